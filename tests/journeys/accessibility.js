// Two thirds of axe's time go to contrast, which depends on nothing but how a text and what lies around it are drawn.
// So it is measured only on texts whose way down from the root (names, classes, colours, sizes) no page has shown yet
// at this width; all other rules judge the whole page each time. `kinds` are those ways, in the order of `texts`.
async () => {
  const DRAWN = ["color", "backgroundColor", "backgroundImage", "fontSize", "fontWeight", "opacity", "textShadow",
    "position", "visibility", "display"];
  document.getAnimations().forEach(it => it.cancel());
  const resultTypes = ["violations"];
  const rules = {"color-contrast": {enabled: false}};
  const found = (await axe.run({resultTypes, rules})).violations;

  const ways = new Map(), texts = new Map();
  for (const it of document.querySelectorAll("html, body, body *")) {
    const style = getComputedStyle(it);
    const look = [it.localName, it.getAttribute("class"), ...DRAWN.map(name => style[name])].join(" ");
    const way = (ways.get(it.parentElement) ?? innerWidth) + ">" + look;
    ways.set(it, way);
    const reads = it.matches("input, textarea, select") || [...it.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (reads && !texts.has(way) && it.checkVisibility()) texts.set(way, it);
  }
  const elements = [...texts.values()];
  window.guijuContrast = async numbers => {
    const include = numbers.map(number => elements[number]);
    return JSON.stringify((await axe.run({include}, {resultTypes, runOnly: ["color-contrast"]})).violations);
  };
  return JSON.stringify({found, kinds: [...texts.keys()]});
}
