/* 规矩 Guiju: a form that could not be sent stays on the device, sealed, until it is sent.

   With a line the server keeps the draft and nothing lies here. Without one the form (photos too) is sealed with a key that the
   server gives to this person on this device and forgets at log-out, and put into the browser's own store. It goes when it was
   sent, when it is thrown away, at log-out, when somebody else signs in, and after the hours that the town allows.
   No page is kept and no service worker runs. Sealing works on https and on the machine itself only; elsewhere nothing is kept. */
(function () {
  "use strict";

  var STORE = "unsent";
  var SENDING = "guiju-sending"; // of this tab: the form that was sent last
  var PROBE_AFTER = 8000; // milliseconds without an answer count as no line
  var KEEP_AFTER = 600;
  var NEVER = ["csrfmiddlewaretoken", "draft"];
  var person = (document.querySelector("meta[name=guiju-person]") || {}).content || "";
  var state = { kept: null, cleared: false, busy: false }; // of the one form of the page
  var sealing = Boolean(window.indexedDB && window.crypto && window.crypto.subtle);

  /* ---------- the browser's store */
  function settled(request) {
    return new Promise(function (done, failed) {
      request.onsuccess = function () { done(request.result); };
      request.onerror = function () { failed(request.error); };
    });
  }

  function opened() {
    var request = indexedDB.open("guiju", 1);
    request.onupgradeneeded = function () { request.result.createObjectStore(STORE, { keyPath: "path" }); };
    return settled(request);
  }

  async function store(mode, act) {
    var base = await opened();
    try {
      return await settled(act(base.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      base.close();
    }
  }

  function copyOf(path) { return store("readonly", function (all) { return all.get(path); }); }
  function put(copy) { return store("readwrite", function (all) { return all.put(copy); }); }
  function forget(path) { return store("readwrite", function (all) { return all.delete(path); }); }

  /* copies of somebody else and those past their hours go; what is left is this person's */
  async function ownCopies() {
    var all = await store("readonly", function (found) { return found.getAll(); });
    var own = all.filter(function (copy) { return copy.person === person && copy.until > Date.now(); });
    await Promise.all(all.filter(function (copy) { return own.indexOf(copy) < 0; }).map(function (copy) { return forget(copy.path); }));
    return own;
  }

  /* ---------- sealing */
  function keyOf(form) {
    var raw = Uint8Array.from(atob(form.dataset.device), function (sign) { return sign.charCodeAt(0); });
    return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  async function sealed(key, bytes) {
    var iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv: iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv: iv }, key, bytes) };
  }

  function unsealed(key, part) {
    return crypto.subtle.decrypt({ name: "AES-GCM", iv: part.iv }, key, part.bytes);
  }

  function addressOf(form) {
    return new URL(form.getAttribute("action") || location.href, location.href).pathname + location.search;
  }

  async function keep(form, button, tried) {
    var key = await keyOf(form);
    var words = [];
    var files = [];
    Array.from(new FormData(form).entries()).forEach(function (pair) {
      if (pair[1] instanceof File) { if (pair[1].size) files.push(pair); } else if (NEVER.indexOf(pair[0]) < 0) words.push(pair);
    });
    var told = { words: words, files: files.map(function (pair) { return [pair[0], pair[1].name, pair[1].type]; }) };
    var copy = { path: addressOf(form), person: person, title: document.title.split(" · ")[0], at: Date.now(), tried: Boolean(tried) };
    copy.until = copy.at + Number(form.dataset.hours) * 3600000;
    copy.button = button && button.name ? [button.name, button.value] : null;
    copy.told = await sealed(key, new TextEncoder().encode(JSON.stringify(told)));
    copy.files = await Promise.all(files.map(async function (pair) { return sealed(key, await pair[1].arrayBuffer()); }));
    await put(copy);
    return copy;
  }

  /* ---------- a copy back into its form */
  function putBack(form, name, values) {
    Array.from(form.elements).filter(function (field) { return field.name === name && field.type !== "file"; }).forEach(function (field, nth) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.indexOf(field.value) >= 0;
      else if (field.type !== "submit" && values.length > nth) field.value = values[nth];
    });
  }

  function chooseAgain(form, name, files) {
    var fields = Array.from(form.elements).filter(function (one) { return one.name === name && one.type === "file"; });
    var field = fields.find(function (one) { return one.multiple; }) || fields[0];
    if (!field) return;
    var chosen = new DataTransfer();
    files.forEach(function (file) { chosen.items.add(file); });
    field.files = chosen.files;
  }

  async function restore(form, copy, filesOnly) {
    var key = await keyOf(form);
    var told = JSON.parse(new TextDecoder().decode(await unsealed(key, copy.told)));
    var files = await Promise.all(copy.files.map(async function (part, nth) {
      return new File([await unsealed(key, part)], told.files[nth][1], { type: told.files[nth][2] });
    }));
    var names = new Set(told.files.map(function (file) { return file[0]; }));
    names.forEach(function (name) { chooseAgain(form, name, files.filter(function (_, nth) { return told.files[nth][0] === name; })); });
    if (filesOnly) return;
    form.querySelectorAll("input[type=checkbox], input[type=radio]").forEach(function (field) { field.checked = false; });
    new Set(told.words.map(function (pair) { return pair[0]; })).forEach(function (name) {
      putBack(form, name, told.words.filter(function (pair) { return pair[0] === name; }).map(function (pair) { return pair[1]; }));
    });
  }

  /* ---------- what the page says */
  function clock(moment) {
    var time = new Date(moment);
    var day = time.toDateString() === new Date().toDateString() ? "" : (time.getMonth() + 1) + "月" + time.getDate() + "日 ";
    return day + String(time.getHours()).padStart(2, "0") + ":" + String(time.getMinutes()).padStart(2, "0");
  }

  function made(tag, kind, text) {
    var element = document.createElement(tag);
    element.className = kind;
    element.textContent = text || "";
    return element;
  }

  function buttonOf(form, copy) {
    var all = Array.from(form.querySelectorAll("button:not([formtarget])"));
    var same = copy.button && all.find(function (one) { return one.name === copy.button[0] && one.value === copy.button[1]; });
    return same || all.find(function (one) { return !one.name && one.type === "submit"; });
  }

  /* a part of the page may have been drawn anew since the click: its button stands for the one that was pressed */
  function stillOf(form, button) {
    if (!button || button.form === form) return button;
    return Array.from(form.elements).find(function (one) {
      return one.type === "submit" && one.name === button.name && one.value === button.value;
    });
  }

  function noteOf(form) {
    var note = form.querySelector("[data-unsent]");
    if (!note) {
      note = made("div", "g-note g-note-amber g-unsent");
      note.dataset.unsent = "";
      note.tabIndex = -1;
      note.setAttribute("role", "alert");
      form.insertBefore(note, form.querySelector(".g-savebar"));
    }
    note.replaceChildren();
    return note;
  }

  function say(form, text, copy) {
    var note = noteOf(form);
    var words = made("div", "");
    words.append(made("p", "g-b", text));
    note.append(words);
    if (copy) {
      words.append(made("p", "", "内容加密，只有您在这台设备上登录才打得开；发出、退出登录或者满 " + form.dataset.hours + " 小时就清掉。"));
      var acts = made("div", "g-acts");
      var send = made("button", "g-btn g-btn-1", "现在发送");
      send.type = "button";
      send.addEventListener("click", function () { form.requestSubmit(buttonOf(form, copy)); });
      var drop = made("button", "g-btn g-btn-2", "从本机删除");
      drop.type = "button";
      drop.addEventListener("click", function () { forget(copy.path).then(function () { note.remove(); state.kept = null; }); });
      acts.append(send, drop);
      words.append(acts);
    }
    note.scrollIntoView({ block: "center" });
    note.focus({ preventScroll: true });
  }

  /* ---------- sending */
  async function lineIsThere() {
    if (!navigator.onLine) return false;
    var stop = new AbortController();
    var timer = setTimeout(function () { stop.abort(); }, PROBE_AFTER);
    try {
      return (await fetch(document.querySelector("link[rel=icon]").href, { cache: "no-store", signal: stop.signal })).ok;
    } catch (error) {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  function tell(form, what, button) {
    form.dispatchEvent(new CustomEvent(what, { bubbles: true, detail: button })); // sending.js shows it
  }

  async function send(form, button) {
    tell(form, "guiju:sending", button);
    var able = sealing && form.dataset.device;
    var copy = able ? await keep(form, button, true).catch(function () { return null; }) : null;
    var there = await lineIsThere();
    tell(form, "guiju:held");
    if (there) {
      var own = stillOf(form, button);
      if (button && !own) return; // the page has answered meanwhile that this may not be done
      if (copy) sessionStorage.setItem(SENDING, copy.path);
      state.cleared = true;
      form.requestSubmit(own);
      state.cleared = false;
      return;
    }
    state.kept = copy;
    if (copy) say(form, "没有网络，已存在本机，连上后再发。", copy);
    else say(form, "没有网络，没有发出，也不能存在本机" + (sealing ? "。" : "（网址不是 https）。") + "请不要关掉这一页，连上后再点按钮。", null);
  }

  function watch(form) {
    var waiting = null;

    function later(tried) {
      clearTimeout(waiting);
      waiting = setTimeout(function () {
        keep(form, null, tried).then(function (copy) {
          if (!state.kept) say(form, "没有网络，已存在本机 " + clock(copy.at) + "，连上后再发。", copy);
          state.kept = copy;
        }, function () { /* the store is full or closed: what was typed still stands in the form */ });
      }, KEEP_AFTER);
    }

    form.addEventListener("submit", function (event) {
      var button = event.submitter;
      if (state.cleared || (button && (button.name === "preview" || button.formTarget))) return;
      event.preventDefault();
      clearTimeout(waiting);
      if (state.busy) return;
      state.busy = true;
      send(form, button).finally(function () { state.busy = false; });
    });
    if (!sealing || !form.dataset.device) return;
    form.addEventListener("input", function () { if (state.kept) later(state.kept.tried); });
    form.addEventListener("guiju:draft-lost", function () { later(false); });
    form.addEventListener("guiju:draft-kept", function () {
      if (!state.kept || state.kept.tried || state.kept.files.length) return;
      clearTimeout(waiting);
      forget(state.kept.path).then(function () { state.kept = null; noteOf(form).remove(); });
    });
  }

  /* ---------- a page was opened */
  async function takeUp(form, copy) {
    if ("answered" in form.dataset) { // the server has seen it and shows what was typed; only files are lost on the way
      await restore(form, copy, true);
      await forget(copy.path);
      return;
    }
    await restore(form, copy, false);
    state.kept = copy;
    say(form, "这份表单 " + clock(copy.at) + " 存在本机，还没有发出。", copy);
  }

  async function welcome(form) {
    if (new URLSearchParams(location.search).has("done") && sessionStorage.getItem(SENDING)) {
      await forget(sessionStorage.getItem(SENDING));
    }
    sessionStorage.removeItem(SENDING);
    var own = await ownCopies();
    var here = form && own.find(function (copy) { return copy.path === addressOf(form); });
    if (here) await takeUp(form, here).catch(function () { return forget(here.path); }); // sealed with a key that is gone
    own.filter(function (copy) { return copy !== here; }).forEach(remind);
  }

  function remind(copy) {
    var note = made("div", "g-note g-note-amber g-notice");
    var words = made("p", "", "本机有一份没有发出的表单（" + clock(copy.at) + "）：");
    var link = made("a", "", copy.title);
    link.href = copy.path;
    words.append(link, "，打开后点“现在发送”。");
    note.append(words);
    document.getElementById("main").prepend(note);
  }

  var form = Array.from(document.querySelectorAll("form[data-draft]")).find(function (one) { return one.elements.request_key; });
  if (form) watch(form);
  if (sealing && person) {
    welcome(form && form.dataset.device ? form : null).catch(function () { /* no store: the page works without */ });
  }
})();
