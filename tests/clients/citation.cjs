// node citation.cjs MODULES FILE: read references as Citation.js does, and set them in the style of the APA by citeproc.
const path = require('node:path')
const fs = require('node:fs')

const [modules, file] = process.argv.slice(2)
const load = (name) => require(path.join(modules, '@citation-js', name))
const { Cite } = load('core')
for (const plugin of ['plugin-csl', 'plugin-ris', 'plugin-bibtex']) load(plugin)

const cited = new Cite(fs.readFileSync(file, 'utf8'))
const items = cited.data.map(({ title, URL, publisher, issued, accessed, author }) => (
  { title, URL, publisher, issued, accessed, author }
))
const set = cited.format('bibliography', { template: 'apa', lang: 'en-US', asEntryArray: true })
console.log(JSON.stringify({ items, set: set.map(([, text]) => text) }))
