"use strict";
(() => {
  // The first language of the reader that the site is written in; what stands in the address goes along.
  const written = [...document.querySelectorAll("link[hreflang]")].map((link) => link.hreflang).filter((code) => code.length === 2);
  const asked = (navigator.languages || [navigator.language]).map((code) => code.slice(0, 2).toLowerCase());
  const found = asked.find((code) => written.includes(code));
  if (found) location.replace(found + "/index.html" + location.search + location.hash);
})();
