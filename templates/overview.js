// Sorts the table of units by any column and searches by name. Without it the page has the same contents.
(function () {
  var table = document.getElementById("units");
  var bodies = Array.prototype.slice.call(table.tBodies);
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);

  // unknown values come last in descending order
  function value(body, column) {
    var cell = body.rows[0].cells[column];
    var words = cell.getAttribute("data-order") || cell.firstChild.nodeValue.trim();
    var number = parseFloat(words);
    return isNumber(column) ? (isNaN(number) ? -Infinity : number) : words;
  }

  function isNumber(column) {
    return /count|state/.test(heads[column].className);
  }

  function compare(a, b) {
    return typeof a === "number" ? (a === b ? 0 : a - b) : a.localeCompare(b, "zh-CN");
  }

  function sort(column, falling) {
    bodies
      .map(function (body, place) { return { body: body, place: place, value: value(body, column) }; })
      .sort(function (a, b) { return (falling ? -1 : 1) * compare(a.value, b.value) || a.place - b.place; })
      .forEach(function (row) { table.appendChild(row.body); });
    heads.forEach(function (head, at) {
      if (at === column) {
        head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
  }

  heads.forEach(function (head, column) {
    if (/documents/.test(head.className)) {
      return;
    }
    // no button element: Chromium omits those from repeated heads in print
    var button = document.createElement("span");
    button.setAttribute("role", "button");
    button.tabIndex = 0;
    while (head.firstChild) {
      button.appendChild(head.firstChild);
    }
    button.addEventListener("click", function () {
      var now = head.getAttribute("aria-sort");
      sort(column, now ? now === "ascending" : /count/.test(head.className));
    });
    button.addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        button.click();
      }
    });
    head.appendChild(button);
  });

  var finder = document.getElementById("finder");
  finder.hidden = false;
  finder.querySelector("input").addEventListener("input", function () {
    var wanted = this.value.trim();
    bodies.forEach(function (body) {
      body.hidden = body.rows[0].cells[0].textContent.indexOf(wanted) < 0;
    });
  });
})();
