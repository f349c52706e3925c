// What axe says of an element depends on what it is and bears, on how it is drawn, on what stands around it and, for some,
// on what is in it. `seen` tells each element's kind as a number made of just that; where a page has none but kinds that
// were judged before, axe, which takes longer than all the rest of a page, need not judge them again.
(() => {
  const DRAWN = ["color", "backgroundColor", "backgroundImage", "fontSize", "fontWeight", "textDecorationLine", "opacity",
    "textShadow", "position", "visibility", "display"];
  // Attributes that axe reads; those that it only asks whether they say anything; those that name other elements.
  const READ = /^(class|role|aria-.*|tabindex|type|alt|lang|autocomplete|scope|hidden|disabled|accesskey|multiple|size|content|http-equiv)$/;
  const SAYING = new Set(["title", "placeholder", "value", "href", "src", "style", "target"]);
  const REFERENCES = new Set(["for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-owns", "aria-activedescendant"]);
  // No rule asks what is in these, only where they stand; in a list it asks what the items are, in rows only once for all
  // that are alike. In all others it asks for names or parts.
  const ROOMS = "html, body, main, header, footer, nav, aside, section, article, div, form, fieldset, figure, details, p, li";
  const LISTS = "ul, ol, dl, dl > div", ROWS = "tbody, select, datalist, optgroup";
  const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
  const LANDMARKS = "main, header, footer, nav, aside, section, form, [role]";

  function kind(text) {  // cyrb53: 53 bits, quick
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return 4294967296 * (2097151 & b) + (a >>> 0);
  }

  const plain = text => text.trim().replace(/\d+/g, "0");
  const textOf = id => document.getElementById(id)?.textContent.trim();
  const says = it => [...it.childNodes].some(node => node.nodeType === 3 && node.data.trim());

  function borne({name, value}) {
    if (REFERENCES.has(name)) return name + value.split(/\s+/).map(id => Boolean(textOf(id)));
    if (name === "href" && value.startsWith("#")) return name + (textOf(value.slice(1)) !== undefined);
    if (READ.test(name)) return name + plain(value);
    return SAYING.has(name) ? name + Boolean(value.trim()) : "";
  }

  function facts(it) {
    const style = getComputedStyle(it);
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY)
      && (it.scrollHeight > it.clientHeight || it.scrollWidth > it.clientWidth);
    return [it.checkVisibility(), scrolls, says(it), [...it.labels ?? []].map(label => Boolean(label.textContent.trim())),
      it.ariaHidden && it.querySelector("a, button, input, select, textarea, summary, [tabindex]") !== null,
      it.localName === "img" ? it.alt + it.closest("a, button")?.textContent : "",
      ...[...it.attributes].map(each => borne(each)).sort()].join("|");
  }

  // What rules compare across the page: a heading with the one before it, a landmark with those of its name.
  function compared() {
    const told = new Map(), named = new Map(), shown = it => it.checkVisibility();
    let before = "";
    for (const it of [...document.querySelectorAll(HEADINGS)].filter(shown)) {
      told.set(it, before);
      before = it.getAttribute("aria-level") ?? it.localName;
    }
    for (const it of [...document.querySelectorAll(LANDMARKS)].filter(shown)) {
      const name = [it.getAttribute("role") ?? it.localName, it.getAttribute("aria-label") ?? textOf(it.getAttribute("aria-labelledby"))].join();
      named.set(name, [...named.get(name) ?? [], it]);
    }
    for (const twins of named.values()) twins.forEach(it => told.set(it, (told.get(it) ?? "") + (twins.length > 1)));
    told.set(document.documentElement, ["h1", "main"].map(name => [...document.querySelectorAll(name)].filter(shown).length));
    return told;
  }

  function seen() {
    document.getAnimations().forEach(it => it.cancel());
    const kinds = new Set(), texts = new Map();
    const told = compared();
    // Returns the element's shape. `around` is what stands around it, `way` only how that is drawn.
    function walk(it, around, way) {
      const style = getComputedStyle(it);
      const drawn = [it.localName, it.getAttribute("class"), ...DRAWN.map(name => style[name])].join(" ");
      const own = [drawn, told.get(it), facts(it)].join(" "), here = kind(around + ">" + own), below = kind(way + ">" + drawn);
      if (!texts.has(below) && (says(it) || it.matches("input, textarea, select")) && it.checkVisibility()) texts.set(below, it);
      const inside = it.localName === "svg" && !it.querySelector("a, title, [role]") ? [] : [...it.children];
      const kept = inside.map(child => walk(child, here, below));
      const part = it.matches(LISTS) ? inside.map(child => child.localName + child.role) : kept;
      const shape = kind(own + "{" + (it.matches(ROWS) || it.matches(LISTS) ? [...new Set(part)].sort() : part) + "}");
      kinds.add(it.matches(ROOMS) && !it.role ? here : kind(around + ">" + shape));
      return shape;
    }
    walk(document.documentElement, innerWidth, innerWidth);
    window.guijuTexts = [...texts.values()];
    return JSON.stringify({kinds: [...kinds], texts: [...texts.keys()], axe: Boolean(window.axe)});
  }

  // Two thirds of axe's time go to contrast: it is measured only on the texts whose numbers are given.
  async function judged(texts) {
    const resultTypes = ["violations"], rules = {"color-contrast": {enabled: false}};
    const found = (await axe.run({resultTypes, rules})).violations;
    // A part that was drawn anew meanwhile has taken its texts with it; they are left for the next look.
    const measured = texts.filter(number => window.guijuTexts[number].isConnected);
    const include = measured.map(number => window.guijuTexts[number]);
    if (include.length) found.push(...(await axe.run({include}, {resultTypes, runOnly: ["color-contrast"]})).violations);
    return JSON.stringify({found, measured});
  }

  window.guijuLook = {seen, judged};
  return seen();
})()
