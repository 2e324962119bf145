-- The tables of an export, their rows joined by foreign keys. In each, `title` and `name` are in the
-- language of the reader: Datasette shows them where another table refers to a row.

CREATE TABLE categories(
    id TEXT PRIMARY KEY, name TEXT, label_fr TEXT, label_en TEXT, label_ru TEXT, label_kk TEXT);

CREATE TABLE kinds(
    id TEXT PRIMARY KEY, name TEXT, label_fr TEXT, label_en TEXT, label_ru TEXT, label_kk TEXT);

CREATE TABLE events(
    id TEXT PRIMARY KEY,
    title TEXT,
    title_fr TEXT, title_en TEXT, title_ru TEXT, title_kk TEXT,
    summary_fr TEXT, summary_en TEXT, summary_ru TEXT, summary_kk TEXT,
    category TEXT REFERENCES categories(id),
    scope TEXT,
    confidence TEXT,
    date TEXT, date_words TEXT, earliest TEXT, latest TEXT, precision TEXT,
    uncertain INTEGER,
    disputed INTEGER,
    weight INTEGER,
    commemorated INTEGER,
    of TEXT,
    edition INTEGER);

CREATE TABLE dates(
    id INTEGER PRIMARY KEY,
    event TEXT NOT NULL REFERENCES events(id),
    kind TEXT REFERENCES kinds(id),
    value TEXT,
    status TEXT,
    note TEXT,
    wording TEXT);

CREATE TABLE sources(
    id TEXT PRIMARY KEY,
    title TEXT,
    publisher TEXT,
    url TEXT,
    language TEXT,
    kind TEXT,
    published TEXT,
    retrieved TEXT,
    authors TEXT,
    archived TEXT);

CREATE TABLE event_sources(
    event TEXT NOT NULL REFERENCES events(id),
    source TEXT NOT NULL REFERENCES sources(id),
    says TEXT,
    PRIMARY KEY (event, source));

CREATE TABLE date_sources(
    date INTEGER NOT NULL REFERENCES dates(id),
    source TEXT NOT NULL REFERENCES sources(id),
    PRIMARY KEY (date, source));

CREATE TABLE names(
    id TEXT PRIMARY KEY, name TEXT, label_fr TEXT, label_en TEXT, label_ru TEXT, label_kk TEXT);

CREATE TABLE event_names(
    event TEXT NOT NULL REFERENCES events(id),
    name TEXT NOT NULL REFERENCES names(id),
    role TEXT,
    PRIMARY KEY (event, name, role));

CREATE TABLE tags(
    id TEXT PRIMARY KEY, name TEXT, label_fr TEXT, label_en TEXT, label_ru TEXT, label_kk TEXT);

CREATE TABLE event_tags(
    event TEXT NOT NULL REFERENCES events(id),
    tag TEXT REFERENCES tags(id),
    PRIMARY KEY (event, tag));

CREATE TABLE conflicts(event TEXT NOT NULL REFERENCES events(id), about TEXT, note TEXT);

CREATE TABLE quantities(
    event TEXT NOT NULL REFERENCES events(id), value REAL, unit TEXT, bound TEXT, holder TEXT);

CREATE TABLE indicators(
    id TEXT PRIMARY KEY, name TEXT, measures TEXT, not_drawn TEXT);

CREATE TABLE figures(
    id TEXT PRIMARY KEY,
    title TEXT,
    indicator TEXT NOT NULL REFERENCES indicators(id),
    period TEXT, period_words TEXT, earliest TEXT, latest TEXT,
    value REAL,
    unit TEXT,
    value_words TEXT,
    bound TEXT,
    status TEXT,
    confidence TEXT,
    disputed INTEGER,
    note TEXT);

CREATE TABLE figure_sources(
    figure TEXT NOT NULL REFERENCES figures(id),
    source TEXT NOT NULL REFERENCES sources(id),
    PRIMARY KEY (figure, source));

CREATE TABLE figure_disputes(
    figure TEXT NOT NULL REFERENCES figures(id),
    source TEXT REFERENCES sources(id),
    period TEXT,
    value REAL,
    unit TEXT,
    note TEXT);

CREATE INDEX dates_by_event ON dates(event);
CREATE INDEX event_sources_by_source ON event_sources(source);
CREATE INDEX event_names_by_name ON event_names(name);
CREATE INDEX event_tags_by_tag ON event_tags(tag);
CREATE INDEX figures_by_indicator ON figures(indicator);

-- What an import reads back whole, and of which day the data are.
CREATE TABLE entries(kind TEXT, id TEXT, body TEXT, PRIMARY KEY (kind, id));
CREATE TABLE origin(as_of TEXT, reviewed TEXT, report TEXT, version TEXT);

CREATE VIRTUAL TABLE events_fts USING fts5(
    title_fr, title_en, title_ru, title_kk, summary_fr, summary_en, summary_ru, summary_kk,
    content="events",
    tokenize = "unicode61 remove_diacritics 2");

-- Views, for who looks and does not ask.

CREATE VIEW timeline AS
SELECT
    events.date,
    events.date_words AS "when",
    events.title,
    categories.name AS category,
    (SELECT group_concat(names.name, '; ') FROM event_names JOIN names ON names.id = event_names.name
        WHERE event_names.event = events.id AND role = 'place') AS places,
    (SELECT group_concat(names.name, '; ') FROM event_names JOIN names ON names.id = event_names.name
        WHERE event_names.event = events.id AND role = 'person') AS people,
    (SELECT group_concat(names.name, '; ') FROM event_names JOIN names ON names.id = event_names.name
        WHERE event_names.event = events.id AND role = 'organisation') AS organisations,
    events.weight,
    events.disputed,
    (SELECT count(*) FROM event_sources WHERE event_sources.event = events.id) AS sources,
    events.id
FROM events LEFT JOIN categories ON categories.id = events.category
ORDER BY events.earliest, events.id;

CREATE VIEW disputed_dates AS
SELECT
    events.title,
    kinds.name AS kind,
    dates.value AS date,
    dates.status,
    group_concat(coalesce(nullif(sources.publisher, ''), sources.title), '; ') AS according_to,
    dates.note,
    events.id
FROM events
JOIN dates ON dates.event = events.id
LEFT JOIN kinds ON kinds.id = dates.kind
LEFT JOIN date_sources ON date_sources.date = dates.id
LEFT JOIN sources ON sources.id = date_sources.source
WHERE events.disputed
GROUP BY dates.id
ORDER BY events.earliest, events.id, dates.value;

CREATE VIEW series AS
SELECT
    indicators.name AS series,
    figures.period,
    figures.value,
    figures.unit,
    figures.value_words AS "in words",
    figures.status,
    figures.disputed,
    group_concat(coalesce(nullif(sources.publisher, ''), sources.title), '; ') AS according_to,
    figures.id
FROM figures
JOIN indicators ON indicators.id = figures.indicator
LEFT JOIN figure_sources ON figure_sources.figure = figures.id
LEFT JOIN sources ON sources.id = figure_sources.source
GROUP BY figures.id
ORDER BY indicators.id, figures.unit, figures.earliest;

CREATE VIEW most_cited AS
SELECT
    coalesce(nullif(sources.publisher, ''), sources.title) AS publisher,
    count(DISTINCT event_sources.event) AS events,
    count(DISTINCT sources.id) AS pages
FROM sources JOIN event_sources ON event_sources.source = sources.id
GROUP BY 1
ORDER BY events DESC, publisher;
