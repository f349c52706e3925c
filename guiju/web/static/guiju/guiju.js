/* 规矩 Guiju: what a keyboard and a finger make quicker. Every page works without this file. */
(function () {
  "use strict";

  function typing(target) {
    return Boolean(target.closest("input, textarea, select, [contenteditable]"));
  }

  /* "/" goes to the search field */
  function toSearch(event) {
    var field = document.getElementById("g-search");
    if (!field || !field.offsetParent) return false;
    event.preventDefault();
    field.focus();
    field.select();
    return true;
  }

  /* lists: j and k move, x selects, Enter opens */
  function rows() {
    return Array.from(document.querySelectorAll("[data-list] tbody tr"));
  }

  function at() {
    return document.querySelector("[data-list] tbody tr.g-at");
  }

  function move(step) {
    var all = rows();
    if (!all.length) return;
    var here = at();
    var next = all[Math.min(Math.max(all.indexOf(here) + step, 0), all.length - 1)];
    if (here) here.classList.remove("g-at");
    next.classList.add("g-at");
    var link = next.querySelector("a.g-title, a");
    if (link) link.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function choose() {
    var box = at() && at().querySelector("input[name=chosen]");
    if (box) box.click();
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") closeMenus(null);
    if (typing(event.target)) return;
    if (event.key === "/") toSearch(event);
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "x") choose();
    else if (event.key === "Enter" && at() && event.target === document.body) at().querySelector("a").click();
  });

  /* the number of chosen rows, and all of them at once */
  function count() {
    var boxes = Array.from(document.querySelectorAll("input[name=chosen]"));
    boxes.forEach(function (box) { box.closest("tr").classList.toggle("g-chosen", box.checked); });
    var place = document.querySelector("[data-bulk-count]");
    var chosen = boxes.filter(function (box) { return box.checked; }).length;
    if (!place) return;
    place.textContent = String(chosen);
    place.closest("[data-bulk]").hidden = chosen === 0;
  }

  document.addEventListener("change", function (event) {
    var target = event.target;
    if (target.matches("[data-choose-all]")) {
      document.querySelectorAll("input[name=chosen]").forEach(function (box) { box.checked = target.checked; });
      count();
    } else if (target.matches("input[name=chosen]")) count();
    else if (target.matches("[data-filter] select, [data-filter] input[type=date]")) target.form.requestSubmit();
  });

  /* menus close on a click beside them */
  function closeMenus(except) {
    document.querySelectorAll("details.g-menu[open]").forEach(function (menu) {
      if (menu === except) return;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    });
  }

  document.addEventListener("click", function (event) {
    closeMenus(event.target.closest("details.g-menu"));
    var copy = event.target.closest("[data-copy]");
    if (copy && navigator.clipboard) {
      navigator.clipboard.writeText(copy.dataset.copy).then(function () { copy.dataset.copied = "1"; copy.textContent = "已复制"; });
    }
    if (event.target.closest("[data-print]")) window.print();
    var day = event.target.closest("[data-day]");
    if (day) document.getElementById(day.dataset.dayFor).value = day.dataset.day;
  });

  /* paper does not unfold: what is folded on the page stands open while it is printed */
  var unfolded = [];

  window.addEventListener("beforeprint", function () {
    unfolded = Array.from(document.querySelectorAll("main details:not([open]):not(.g-menu)"));
    unfolded.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () { unfolded.forEach(function (part) { part.open = false; }); });

  /* 今天 and 昨天 beside a date whose form names the legal day */
  function dayBefore(day) {
    var date = new Date(day + "T00:00:00Z");
    date.setUTCDate(date.getUTCDate() - 1);
    return date.toISOString().slice(0, 10);
  }

  function quickDays(field) {
    var place = document.createElement("div");
    place.className = "g-chips g-quick";
    [["今天", field.dataset.today], ["昨天", dayBefore(field.dataset.today)]].forEach(function (pair) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "g-btn g-btn-2 g-btn-s";
      button.textContent = pair[0];
      button.dataset.day = pair[1];
      button.dataset.dayFor = field.id;
      place.append(button);
    });
    field.after(place);
  }

  /* after something is loaded in place, the focus goes to its heading or its errors (a whole page has autofocus) */
  document.addEventListener("htmx:afterSettle", function (event) {
    var heading = event.target.querySelector(".g-errors, h3[tabindex], h4[tabindex]");
    if (heading) heading.focus();
  });

  /* personal data are shown for a while only; without this file the page's own refresh leads away */
  document.querySelectorAll("[data-leave-after]").forEach(function (shown) {
    setTimeout(function () { location.replace(shown.dataset.leaveFor); }, Number(shown.dataset.leaveAfter) * 1000);
  });

  /* a half-written form is kept on the server two seconds after the typing stops */
  var DRAFT_AFTER = 2000;

  function keepDrafts(form) {
    var waiting = null;
    var note = document.querySelector("[data-draft-note]");

    function told(answer) {
      note.querySelector("[role=status]").textContent = answer.text;
      note.hidden = false;
      if (form.elements.draft) return;
      var mark = document.createElement("input");
      mark.type = "hidden";
      mark.name = "draft";
      mark.value = "1";
      form.append(mark);
    }

    function save() {
      var typed = new FormData(form);
      Array.from(typed.entries()).forEach(function (pair) { if (pair[1] instanceof File) typed.delete(pair[0]); });
      fetch(form.dataset.draft, { method: "POST", body: typed }).then(function (answer) {
        return answer.ok || answer.status === 413 ? answer.json() : Promise.reject(answer.status);
      }).then(function (answer) {
        told(answer);
        form.dispatchEvent(new CustomEvent("guiju:draft-kept"));
      }, function () { form.dispatchEvent(new CustomEvent("guiju:draft-lost")); /* unsent.js keeps it on the device */ });
    }

    form.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(save, DRAFT_AFTER);
    });
    form.addEventListener("submit", function () { clearTimeout(waiting); });
  }

  document.querySelectorAll("form[data-draft]").forEach(keepDrafts);
  document.querySelectorAll("input[data-today]").forEach(quickDays);
  count();
})();
