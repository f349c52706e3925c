/* 规矩 Guiju: what was sent or asked for says so after a moment, and is not sent twice. Every form works without this file. */
(function () {
  "use strict";

  var SAY_AFTER = 300; // milliseconds; a quicker answer needs no words
  var FILE_AFTER = 4000; // a file comes without a new page
  var GIVE_UP = 60000;
  var under = new Map(); // what waits for an answer, with what is to be undone then
  var note = document.createElement("div");
  note.className = "g-receipt";
  note.hidden = true;

  function place() {
    var found = document.querySelector(".g-receipts");
    if (found) return found;
    found = document.createElement("div");
    found.className = "g-receipts";
    found.setAttribute("role", "status");
    document.body.append(found);
    return found;
  }

  function tell(words) {
    note.textContent = words;
    note.hidden = !words;
  }

  function done(waiting) {
    var kept = under.get(waiting);
    if (!kept) return;
    kept.timers.forEach(clearTimeout);
    under.delete(waiting);
    waiting.removeAttribute("aria-busy");
    if (kept.dimmed) kept.dimmed.classList.remove("g-waiting");
    if (kept.button) kept.button.removeAttribute("aria-disabled");
    if (!under.size) tell("");
  }

  function begin(waiting, button, dimmed, words, limit) {
    done(waiting);
    tell("");
    waiting.setAttribute("aria-busy", "true");
    var shown = setTimeout(function () {
      if (button) button.setAttribute("aria-disabled", "true");
      if (dimmed) dimmed.classList.add("g-waiting");
      tell(words);
    }, SAY_AFTER);
    var ended = setTimeout(function () { done(waiting); }, limit);
    under.set(waiting, { timers: [shown, ended], button: button, dimmed: dimmed });
  }

  /* what was sent is not sent twice: stopped before any other script hears of it */
  document.addEventListener("submit", function (event) {
    if (!under.has(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  /* a form that is sent; what opens another window stays as it is, and unsent.js speaks for the forms that it holds back */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    var button = event.submitter;
    if (event.defaultPrevented || form.getAttribute("method") !== "post" || (button && button.formTarget)) return;
    var gives = "file" in form.dataset || (button && "file" in button.dataset);
    begin(form, button, null, gives ? "正在制作文件，请稍候" : "正在办理，请稍候", gives ? FILE_AFTER : GIVE_UP);
  });

  document.addEventListener("guiju:sending", function (event) { begin(event.target, event.detail, null, "正在办理，请稍候", GIVE_UP); });
  document.addEventListener("guiju:held", function (event) { done(event.target); });

  /* a part of the page that is loaded in place */
  document.addEventListener("htmx:beforeRequest", function (event) {
    var target = event.detail.target;
    if (!target.querySelector(".g-loading")) begin(event.detail.elt, null, target, "正在读取，请稍候", GIVE_UP); // else it says so itself
  });
  document.addEventListener("htmx:afterRequest", function (event) { done(event.detail.elt); });

  function failed() {
    setTimeout(function () { tell("没有读到。请再点一次，还不行就刷新这一页"); }); // after what waited was undone
  }

  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);

  /* a page that comes back as it was left waits for nothing */
  window.addEventListener("pageshow", function (event) { if (event.persisted) Array.from(under.keys()).forEach(done); });
  place().append(note);
})();
