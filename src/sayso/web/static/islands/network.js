import {
  View,
  asked,
  beforePaint,
  html,
  isTyping,
  svg,
  told,
  width
} from "./shared.js";

// src/network/graph.ts
function seen(graph, wanted) {
  let inside = graph.events.map((event) => isInside(event, wanted)), found = [];
  return graph.ties.forEach((tie, number) => {
    let events = tie.events.filter((at) => inside[at]).flatMap((at) => graph.events[at] ?? []), voices = new Set(events.map((event) => event.voice)).size;
    !events.length || voices < wanted.voices || found.push({ tie, number, events, voices, occurred: events.some((event) => event.status === "occurred") });
  }), found.sort((a, b) => b.voices - a.voices || b.events.length - a.events.length || a.number - b.number);
}
function isInside(event, { from, until, undated }) {
  return event.first === null && event.last === null ? undated : (event.last ?? "9999") >= from && (event.first ?? "0000") <= until;
}
function days(graph) {
  return [...new Set(graph.events.flatMap((event) => [event.first, event.last]))].filter((day) => day !== null).sort();
}

// node_modules/d3-quadtree/dist/d3-quadtree.mjs
function tree_add(d) {
  let x3 = +this._x.call(null, d), y3 = +this._y.call(null, d);
  return add(this.cover(x3, y3), x3, y3, d);
}
function add(tree, x3, y3, d) {
  if (isNaN(x3) || isNaN(y3)) return tree;
  var parent, node = tree._root, leaf = { data: d }, x0 = tree._x0, y0 = tree._y0, x1 = tree._x1, y1 = tree._y1, xm, ym, xp, yp, right, bottom, i, j;
  if (!node) return tree._root = leaf, tree;
  for (; node.length; )
    if ((right = x3 >= (xm = (x0 + x1) / 2)) ? x0 = xm : x1 = xm, (bottom = y3 >= (ym = (y0 + y1) / 2)) ? y0 = ym : y1 = ym, parent = node, !(node = node[i = bottom << 1 | right])) return parent[i] = leaf, tree;
  if (xp = +tree._x.call(null, node.data), yp = +tree._y.call(null, node.data), x3 === xp && y3 === yp) return leaf.next = node, parent ? parent[i] = leaf : tree._root = leaf, tree;
  do
    parent = parent ? parent[i] = new Array(4) : tree._root = new Array(4), (right = x3 >= (xm = (x0 + x1) / 2)) ? x0 = xm : x1 = xm, (bottom = y3 >= (ym = (y0 + y1) / 2)) ? y0 = ym : y1 = ym;
  while ((i = bottom << 1 | right) === (j = (yp >= ym) << 1 | xp >= xm));
  return parent[j] = node, parent[i] = leaf, tree;
}
function addAll(data) {
  Array.isArray(data) || (data = Array.from(data));
  let n = data.length, xz = new Float64Array(n), yz = new Float64Array(n), x0 = 1 / 0, y0 = x0, x1 = -x0, y1 = x1;
  for (let i = 0, d, x3, y3; i < n; ++i) {
    if (isNaN(x3 = +this._x.call(null, d = data[i])) || isNaN(y3 = +this._y.call(null, d))) {
      xz[i] = NaN;
      continue;
    }
    xz[i] = x3, yz[i] = y3, x3 < x0 && (x0 = x3), x3 > x1 && (x1 = x3), y3 < y0 && (y0 = y3), y3 > y1 && (y1 = y3);
  }
  if (x0 > x1 || y0 > y1) return this;
  this.cover(x0, y0).cover(x1, y1);
  for (let i = 0; i < n; ++i)
    add(this, xz[i], yz[i], data[i]);
  return this;
}
function tree_cover(x3, y3) {
  if (isNaN(x3 = +x3) || isNaN(y3 = +y3)) return this;
  var x0 = this._x0, y0 = this._y0, x1 = this._x1, y1 = this._y1;
  if (isNaN(x0))
    x1 = (x0 = Math.floor(x3)) + 1, y1 = (y0 = Math.floor(y3)) + 1;
  else {
    for (var z = x1 - x0 || 1, node = this._root, parent, i; x0 > x3 || x3 >= x1 || y0 > y3 || y3 >= y1; )
      switch (i = (y3 < y0) << 1 | x3 < x0, parent = new Array(4), parent[i] = node, node = parent, z *= 2, i) {
        case 0:
          x1 = x0 + z, y1 = y0 + z;
          break;
        case 1:
          x0 = x1 - z, y1 = y0 + z;
          break;
        case 2:
          x1 = x0 + z, y0 = y1 - z;
          break;
        case 3:
          x0 = x1 - z, y0 = y1 - z;
          break;
      }
    this._root && this._root.length && (this._root = node);
  }
  return this._x0 = x0, this._y0 = y0, this._x1 = x1, this._y1 = y1, this;
}
function tree_data() {
  var data = [];
  return this.visit(function(node) {
    if (!node.length) do
      data.push(node.data);
    while (node = node.next);
  }), data;
}
function tree_extent(_) {
  return arguments.length ? this.cover(+_[0][0], +_[0][1]).cover(+_[1][0], +_[1][1]) : isNaN(this._x0) ? void 0 : [[this._x0, this._y0], [this._x1, this._y1]];
}
function Quad(node, x0, y0, x1, y1) {
  this.node = node, this.x0 = x0, this.y0 = y0, this.x1 = x1, this.y1 = y1;
}
function tree_find(x3, y3, radius2) {
  var data, x0 = this._x0, y0 = this._y0, x1, y1, x22, y22, x32 = this._x1, y32 = this._y1, quads = [], node = this._root, q, i;
  for (node && quads.push(new Quad(node, x0, y0, x32, y32)), radius2 == null ? radius2 = 1 / 0 : (x0 = x3 - radius2, y0 = y3 - radius2, x32 = x3 + radius2, y32 = y3 + radius2, radius2 *= radius2); q = quads.pop(); )
    if (!(!(node = q.node) || (x1 = q.x0) > x32 || (y1 = q.y0) > y32 || (x22 = q.x1) < x0 || (y22 = q.y1) < y0))
      if (node.length) {
        var xm = (x1 + x22) / 2, ym = (y1 + y22) / 2;
        quads.push(
          new Quad(node[3], xm, ym, x22, y22),
          new Quad(node[2], x1, ym, xm, y22),
          new Quad(node[1], xm, y1, x22, ym),
          new Quad(node[0], x1, y1, xm, ym)
        ), (i = (y3 >= ym) << 1 | x3 >= xm) && (q = quads[quads.length - 1], quads[quads.length - 1] = quads[quads.length - 1 - i], quads[quads.length - 1 - i] = q);
      } else {
        var dx = x3 - +this._x.call(null, node.data), dy = y3 - +this._y.call(null, node.data), d2 = dx * dx + dy * dy;
        if (d2 < radius2) {
          var d = Math.sqrt(radius2 = d2);
          x0 = x3 - d, y0 = y3 - d, x32 = x3 + d, y32 = y3 + d, data = node.data;
        }
      }
  return data;
}
function tree_remove(d) {
  if (isNaN(x3 = +this._x.call(null, d)) || isNaN(y3 = +this._y.call(null, d))) return this;
  var parent, node = this._root, retainer, previous, next, x0 = this._x0, y0 = this._y0, x1 = this._x1, y1 = this._y1, x3, y3, xm, ym, right, bottom, i, j;
  if (!node) return this;
  if (node.length) for (; ; ) {
    if ((right = x3 >= (xm = (x0 + x1) / 2)) ? x0 = xm : x1 = xm, (bottom = y3 >= (ym = (y0 + y1) / 2)) ? y0 = ym : y1 = ym, parent = node, !(node = node[i = bottom << 1 | right])) return this;
    if (!node.length) break;
    (parent[i + 1 & 3] || parent[i + 2 & 3] || parent[i + 3 & 3]) && (retainer = parent, j = i);
  }
  for (; node.data !== d; ) if (previous = node, !(node = node.next)) return this;
  return (next = node.next) && delete node.next, previous ? (next ? previous.next = next : delete previous.next, this) : parent ? (next ? parent[i] = next : delete parent[i], (node = parent[0] || parent[1] || parent[2] || parent[3]) && node === (parent[3] || parent[2] || parent[1] || parent[0]) && !node.length && (retainer ? retainer[j] = node : this._root = node), this) : (this._root = next, this);
}
function removeAll(data) {
  for (var i = 0, n = data.length; i < n; ++i) this.remove(data[i]);
  return this;
}
function tree_root() {
  return this._root;
}
function tree_size() {
  var size = 0;
  return this.visit(function(node) {
    if (!node.length) do
      ++size;
    while (node = node.next);
  }), size;
}
function tree_visit(callback) {
  var quads = [], q, node = this._root, child, x0, y0, x1, y1;
  for (node && quads.push(new Quad(node, this._x0, this._y0, this._x1, this._y1)); q = quads.pop(); )
    if (!callback(node = q.node, x0 = q.x0, y0 = q.y0, x1 = q.x1, y1 = q.y1) && node.length) {
      var xm = (x0 + x1) / 2, ym = (y0 + y1) / 2;
      (child = node[3]) && quads.push(new Quad(child, xm, ym, x1, y1)), (child = node[2]) && quads.push(new Quad(child, x0, ym, xm, y1)), (child = node[1]) && quads.push(new Quad(child, xm, y0, x1, ym)), (child = node[0]) && quads.push(new Quad(child, x0, y0, xm, ym));
    }
  return this;
}
function tree_visitAfter(callback) {
  var quads = [], next = [], q;
  for (this._root && quads.push(new Quad(this._root, this._x0, this._y0, this._x1, this._y1)); q = quads.pop(); ) {
    var node = q.node;
    if (node.length) {
      var child, x0 = q.x0, y0 = q.y0, x1 = q.x1, y1 = q.y1, xm = (x0 + x1) / 2, ym = (y0 + y1) / 2;
      (child = node[0]) && quads.push(new Quad(child, x0, y0, xm, ym)), (child = node[1]) && quads.push(new Quad(child, xm, y0, x1, ym)), (child = node[2]) && quads.push(new Quad(child, x0, ym, xm, y1)), (child = node[3]) && quads.push(new Quad(child, xm, ym, x1, y1));
    }
    next.push(q);
  }
  for (; q = next.pop(); )
    callback(q.node, q.x0, q.y0, q.x1, q.y1);
  return this;
}
function defaultX(d) {
  return d[0];
}
function tree_x(_) {
  return arguments.length ? (this._x = _, this) : this._x;
}
function defaultY(d) {
  return d[1];
}
function tree_y(_) {
  return arguments.length ? (this._y = _, this) : this._y;
}
function quadtree(nodes, x3, y3) {
  var tree = new Quadtree(x3 ?? defaultX, y3 ?? defaultY, NaN, NaN, NaN, NaN);
  return nodes == null ? tree : tree.addAll(nodes);
}
function Quadtree(x3, y3, x0, y0, x1, y1) {
  this._x = x3, this._y = y3, this._x0 = x0, this._y0 = y0, this._x1 = x1, this._y1 = y1, this._root = void 0;
}
function leaf_copy(leaf) {
  for (var copy = { data: leaf.data }, next = copy; leaf = leaf.next; ) next = next.next = { data: leaf.data };
  return copy;
}
var treeProto = quadtree.prototype = Quadtree.prototype;
treeProto.copy = function() {
  var copy = new Quadtree(this._x, this._y, this._x0, this._y0, this._x1, this._y1), node = this._root, nodes, child;
  if (!node) return copy;
  if (!node.length) return copy._root = leaf_copy(node), copy;
  for (nodes = [{ source: node, target: copy._root = new Array(4) }]; node = nodes.pop(); )
    for (var i = 0; i < 4; ++i)
      (child = node.source[i]) && (child.length ? nodes.push({ source: child, target: node.target[i] = new Array(4) }) : node.target[i] = leaf_copy(child));
  return copy;
};
treeProto.add = tree_add;
treeProto.addAll = addAll;
treeProto.cover = tree_cover;
treeProto.data = tree_data;
treeProto.extent = tree_extent;
treeProto.find = tree_find;
treeProto.remove = tree_remove;
treeProto.removeAll = removeAll;
treeProto.root = tree_root;
treeProto.size = tree_size;
treeProto.visit = tree_visit;
treeProto.visitAfter = tree_visitAfter;
treeProto.x = tree_x;
treeProto.y = tree_y;

// node_modules/d3-force/src/constant.js
function constant_default(x3) {
  return function() {
    return x3;
  };
}

// node_modules/d3-force/src/jiggle.js
function jiggle_default(random) {
  return (random() - 0.5) * 1e-6;
}

// node_modules/d3-force/src/collide.js
function x(d) {
  return d.x + d.vx;
}
function y(d) {
  return d.y + d.vy;
}
function collide_default(radius2) {
  var nodes, radii, random, strength = 1, iterations = 1;
  typeof radius2 != "function" && (radius2 = constant_default(radius2 == null ? 1 : +radius2));
  function force() {
    for (var i, n = nodes.length, tree, node, xi, yi, ri, ri2, k = 0; k < iterations; ++k)
      for (tree = quadtree(nodes, x, y).visitAfter(prepare), i = 0; i < n; ++i)
        node = nodes[i], ri = radii[node.index], ri2 = ri * ri, xi = node.x + node.vx, yi = node.y + node.vy, tree.visit(apply);
    function apply(quad, x0, y0, x1, y1) {
      var data = quad.data, rj = quad.r, r = ri + rj;
      if (data) {
        if (data.index > node.index) {
          var x3 = xi - data.x - data.vx, y3 = yi - data.y - data.vy, l = x3 * x3 + y3 * y3;
          l < r * r && (x3 === 0 && (x3 = jiggle_default(random), l += x3 * x3), y3 === 0 && (y3 = jiggle_default(random), l += y3 * y3), l = (r - (l = Math.sqrt(l))) / l * strength, node.vx += (x3 *= l) * (r = (rj *= rj) / (ri2 + rj)), node.vy += (y3 *= l) * r, data.vx -= x3 * (r = 1 - r), data.vy -= y3 * r);
        }
        return;
      }
      return x0 > xi + r || x1 < xi - r || y0 > yi + r || y1 < yi - r;
    }
  }
  function prepare(quad) {
    if (quad.data) return quad.r = radii[quad.data.index];
    for (var i = quad.r = 0; i < 4; ++i)
      quad[i] && quad[i].r > quad.r && (quad.r = quad[i].r);
  }
  function initialize() {
    if (nodes) {
      var i, n = nodes.length, node;
      for (radii = new Array(n), i = 0; i < n; ++i) node = nodes[i], radii[node.index] = +radius2(node, i, nodes);
    }
  }
  return force.initialize = function(_nodes, _random) {
    nodes = _nodes, random = _random, initialize();
  }, force.iterations = function(_) {
    return arguments.length ? (iterations = +_, force) : iterations;
  }, force.strength = function(_) {
    return arguments.length ? (strength = +_, force) : strength;
  }, force.radius = function(_) {
    return arguments.length ? (radius2 = typeof _ == "function" ? _ : constant_default(+_), initialize(), force) : radius2;
  }, force;
}

// node_modules/d3-force/src/link.js
function index(d) {
  return d.index;
}
function find(nodeById, nodeId) {
  var node = nodeById.get(nodeId);
  if (!node) throw new Error("node not found: " + nodeId);
  return node;
}
function link_default(links) {
  var id = index, strength = defaultStrength, strengths, distance2 = constant_default(30), distances, nodes, count2, bias, random, iterations = 1;
  links == null && (links = []);
  function defaultStrength(link) {
    return 1 / Math.min(count2[link.source.index], count2[link.target.index]);
  }
  function force(alpha) {
    for (var k = 0, n = links.length; k < iterations; ++k)
      for (var i = 0, link, source, target, x3, y3, l, b; i < n; ++i)
        link = links[i], source = link.source, target = link.target, x3 = target.x + target.vx - source.x - source.vx || jiggle_default(random), y3 = target.y + target.vy - source.y - source.vy || jiggle_default(random), l = Math.sqrt(x3 * x3 + y3 * y3), l = (l - distances[i]) / l * alpha * strengths[i], x3 *= l, y3 *= l, target.vx -= x3 * (b = bias[i]), target.vy -= y3 * b, source.vx += x3 * (b = 1 - b), source.vy += y3 * b;
  }
  function initialize() {
    if (nodes) {
      var i, n = nodes.length, m = links.length, nodeById = new Map(nodes.map((d, i2) => [id(d, i2, nodes), d])), link;
      for (i = 0, count2 = new Array(n); i < m; ++i)
        link = links[i], link.index = i, typeof link.source != "object" && (link.source = find(nodeById, link.source)), typeof link.target != "object" && (link.target = find(nodeById, link.target)), count2[link.source.index] = (count2[link.source.index] || 0) + 1, count2[link.target.index] = (count2[link.target.index] || 0) + 1;
      for (i = 0, bias = new Array(m); i < m; ++i)
        link = links[i], bias[i] = count2[link.source.index] / (count2[link.source.index] + count2[link.target.index]);
      strengths = new Array(m), initializeStrength(), distances = new Array(m), initializeDistance();
    }
  }
  function initializeStrength() {
    if (nodes)
      for (var i = 0, n = links.length; i < n; ++i)
        strengths[i] = +strength(links[i], i, links);
  }
  function initializeDistance() {
    if (nodes)
      for (var i = 0, n = links.length; i < n; ++i)
        distances[i] = +distance2(links[i], i, links);
  }
  return force.initialize = function(_nodes, _random) {
    nodes = _nodes, random = _random, initialize();
  }, force.links = function(_) {
    return arguments.length ? (links = _, initialize(), force) : links;
  }, force.id = function(_) {
    return arguments.length ? (id = _, force) : id;
  }, force.iterations = function(_) {
    return arguments.length ? (iterations = +_, force) : iterations;
  }, force.strength = function(_) {
    return arguments.length ? (strength = typeof _ == "function" ? _ : constant_default(+_), initializeStrength(), force) : strength;
  }, force.distance = function(_) {
    return arguments.length ? (distance2 = typeof _ == "function" ? _ : constant_default(+_), initializeDistance(), force) : distance2;
  }, force;
}

// node_modules/d3-dispatch/dist/d3-dispatch.mjs
var noop = { value: () => {
} };
function dispatch() {
  for (var i = 0, n = arguments.length, _ = {}, t; i < n; ++i) {
    if (!(t = arguments[i] + "") || t in _ || /[\s.]/.test(t)) throw new Error("illegal type: " + t);
    _[t] = [];
  }
  return new Dispatch(_);
}
function Dispatch(_) {
  this._ = _;
}
function parseTypenames(typenames, types) {
  return typenames.trim().split(/^|\s+/).map(function(t) {
    var name = "", i = t.indexOf(".");
    if (i >= 0 && (name = t.slice(i + 1), t = t.slice(0, i)), t && !types.hasOwnProperty(t)) throw new Error("unknown type: " + t);
    return { type: t, name };
  });
}
Dispatch.prototype = dispatch.prototype = {
  constructor: Dispatch,
  on: function(typename, callback) {
    var _ = this._, T = parseTypenames(typename + "", _), t, i = -1, n = T.length;
    if (arguments.length < 2) {
      for (; ++i < n; ) if ((t = (typename = T[i]).type) && (t = get(_[t], typename.name))) return t;
      return;
    }
    if (callback != null && typeof callback != "function") throw new Error("invalid callback: " + callback);
    for (; ++i < n; )
      if (t = (typename = T[i]).type) _[t] = set(_[t], typename.name, callback);
      else if (callback == null) for (t in _) _[t] = set(_[t], typename.name, null);
    return this;
  },
  copy: function() {
    var copy = {}, _ = this._;
    for (var t in _) copy[t] = _[t].slice();
    return new Dispatch(copy);
  },
  call: function(type, that) {
    if ((n = arguments.length - 2) > 0) for (var args = new Array(n), i = 0, n, t; i < n; ++i) args[i] = arguments[i + 2];
    if (!this._.hasOwnProperty(type)) throw new Error("unknown type: " + type);
    for (t = this._[type], i = 0, n = t.length; i < n; ++i) t[i].value.apply(that, args);
  },
  apply: function(type, that, args) {
    if (!this._.hasOwnProperty(type)) throw new Error("unknown type: " + type);
    for (var t = this._[type], i = 0, n = t.length; i < n; ++i) t[i].value.apply(that, args);
  }
};
function get(type, name) {
  for (var i = 0, n = type.length, c; i < n; ++i)
    if ((c = type[i]).name === name)
      return c.value;
}
function set(type, name, callback) {
  for (var i = 0, n = type.length; i < n; ++i)
    if (type[i].name === name) {
      type[i] = noop, type = type.slice(0, i).concat(type.slice(i + 1));
      break;
    }
  return callback != null && type.push({ name, value: callback }), type;
}

// node_modules/d3-timer/dist/d3-timer.mjs
var frame = 0, timeout$1 = 0, interval$1 = 0, pokeDelay = 1e3, taskHead, taskTail, clockLast = 0, clockNow = 0, clockSkew = 0, clock = typeof performance == "object" && performance.now ? performance : Date, setFrame = typeof window == "object" && window.requestAnimationFrame ? window.requestAnimationFrame.bind(window) : function(f) {
  setTimeout(f, 17);
};
function now() {
  return clockNow || (setFrame(clearNow), clockNow = clock.now() + clockSkew);
}
function clearNow() {
  clockNow = 0;
}
function Timer() {
  this._call = this._time = this._next = null;
}
Timer.prototype = timer.prototype = {
  constructor: Timer,
  restart: function(callback, delay, time) {
    if (typeof callback != "function") throw new TypeError("callback is not a function");
    time = (time == null ? now() : +time) + (delay == null ? 0 : +delay), !this._next && taskTail !== this && (taskTail ? taskTail._next = this : taskHead = this, taskTail = this), this._call = callback, this._time = time, sleep();
  },
  stop: function() {
    this._call && (this._call = null, this._time = 1 / 0, sleep());
  }
};
function timer(callback, delay, time) {
  var t = new Timer();
  return t.restart(callback, delay, time), t;
}
function timerFlush() {
  now(), ++frame;
  for (var t = taskHead, e; t; )
    (e = clockNow - t._time) >= 0 && t._call.call(void 0, e), t = t._next;
  --frame;
}
function wake() {
  clockNow = (clockLast = clock.now()) + clockSkew, frame = timeout$1 = 0;
  try {
    timerFlush();
  } finally {
    frame = 0, nap(), clockNow = 0;
  }
}
function poke() {
  var now2 = clock.now(), delay = now2 - clockLast;
  delay > pokeDelay && (clockSkew -= delay, clockLast = now2);
}
function nap() {
  for (var t0, t1 = taskHead, t2, time = 1 / 0; t1; )
    t1._call ? (time > t1._time && (time = t1._time), t0 = t1, t1 = t1._next) : (t2 = t1._next, t1._next = null, t1 = t0 ? t0._next = t2 : taskHead = t2);
  taskTail = t0, sleep(time);
}
function sleep(time) {
  if (!frame) {
    timeout$1 && (timeout$1 = clearTimeout(timeout$1));
    var delay = time - clockNow;
    delay > 24 ? (time < 1 / 0 && (timeout$1 = setTimeout(wake, Math.ceil(time - clock.now() - clockSkew) + 1)), interval$1 && (interval$1 = clearInterval(interval$1))) : (interval$1 || (clockLast = clock.now(), interval$1 = setInterval(poke, pokeDelay)), frame = 1, setFrame(wake));
  }
}

// node_modules/d3-force/src/lcg.js
function lcg_default() {
  let s = 1;
  return () => (s = (1664525 * s + 1013904223) % 4294967296) / 4294967296;
}

// node_modules/d3-force/src/simulation.js
function x2(d) {
  return d.x;
}
function y2(d) {
  return d.y;
}
var initialRadius = 10, initialAngle = Math.PI * (3 - Math.sqrt(5));
function simulation_default(nodes) {
  var simulation, alpha = 1, alphaMin = 1e-3, alphaDecay = 1 - Math.pow(alphaMin, 1 / 300), alphaTarget = 0, velocityDecay = 0.6, forces = /* @__PURE__ */ new Map(), stepper = timer(step), event = dispatch("tick", "end"), random = lcg_default();
  nodes == null && (nodes = []);
  function step() {
    tick(), event.call("tick", simulation), alpha < alphaMin && (stepper.stop(), event.call("end", simulation));
  }
  function tick(iterations) {
    var i, n = nodes.length, node;
    iterations === void 0 && (iterations = 1);
    for (var k = 0; k < iterations; ++k)
      for (alpha += (alphaTarget - alpha) * alphaDecay, forces.forEach(function(force) {
        force(alpha);
      }), i = 0; i < n; ++i)
        node = nodes[i], node.fx == null ? node.x += node.vx *= velocityDecay : (node.x = node.fx, node.vx = 0), node.fy == null ? node.y += node.vy *= velocityDecay : (node.y = node.fy, node.vy = 0);
    return simulation;
  }
  function initializeNodes() {
    for (var i = 0, n = nodes.length, node; i < n; ++i) {
      if (node = nodes[i], node.index = i, node.fx != null && (node.x = node.fx), node.fy != null && (node.y = node.fy), isNaN(node.x) || isNaN(node.y)) {
        var radius2 = initialRadius * Math.sqrt(0.5 + i), angle = i * initialAngle;
        node.x = radius2 * Math.cos(angle), node.y = radius2 * Math.sin(angle);
      }
      (isNaN(node.vx) || isNaN(node.vy)) && (node.vx = node.vy = 0);
    }
  }
  function initializeForce(force) {
    return force.initialize && force.initialize(nodes, random), force;
  }
  return initializeNodes(), simulation = {
    tick,
    restart: function() {
      return stepper.restart(step), simulation;
    },
    stop: function() {
      return stepper.stop(), simulation;
    },
    nodes: function(_) {
      return arguments.length ? (nodes = _, initializeNodes(), forces.forEach(initializeForce), simulation) : nodes;
    },
    alpha: function(_) {
      return arguments.length ? (alpha = +_, simulation) : alpha;
    },
    alphaMin: function(_) {
      return arguments.length ? (alphaMin = +_, simulation) : alphaMin;
    },
    alphaDecay: function(_) {
      return arguments.length ? (alphaDecay = +_, simulation) : +alphaDecay;
    },
    alphaTarget: function(_) {
      return arguments.length ? (alphaTarget = +_, simulation) : alphaTarget;
    },
    velocityDecay: function(_) {
      return arguments.length ? (velocityDecay = 1 - _, simulation) : 1 - velocityDecay;
    },
    randomSource: function(_) {
      return arguments.length ? (random = _, forces.forEach(initializeForce), simulation) : random;
    },
    force: function(name, _) {
      return arguments.length > 1 ? (_ == null ? forces.delete(name) : forces.set(name, initializeForce(_)), simulation) : forces.get(name);
    },
    find: function(x3, y3, radius2) {
      var i = 0, n = nodes.length, dx, dy, d2, node, closest;
      for (radius2 == null ? radius2 = 1 / 0 : radius2 *= radius2, i = 0; i < n; ++i)
        node = nodes[i], dx = x3 - node.x, dy = y3 - node.y, d2 = dx * dx + dy * dy, d2 < radius2 && (closest = node, radius2 = d2);
      return closest;
    },
    on: function(name, _) {
      return arguments.length > 1 ? (event.on(name, _), simulation) : event.on(name);
    }
  };
}

// node_modules/d3-force/src/manyBody.js
function manyBody_default() {
  var nodes, node, random, alpha, strength = constant_default(-30), strengths, distanceMin2 = 1, distanceMax2 = 1 / 0, theta2 = 0.81;
  function force(_) {
    var i, n = nodes.length, tree = quadtree(nodes, x2, y2).visitAfter(accumulate);
    for (alpha = _, i = 0; i < n; ++i) node = nodes[i], tree.visit(apply);
  }
  function initialize() {
    if (nodes) {
      var i, n = nodes.length, node2;
      for (strengths = new Array(n), i = 0; i < n; ++i) node2 = nodes[i], strengths[node2.index] = +strength(node2, i, nodes);
    }
  }
  function accumulate(quad) {
    var strength2 = 0, q, c, weight = 0, x3, y3, i;
    if (quad.length) {
      for (x3 = y3 = i = 0; i < 4; ++i)
        (q = quad[i]) && (c = Math.abs(q.value)) && (strength2 += q.value, weight += c, x3 += c * q.x, y3 += c * q.y);
      quad.x = x3 / weight, quad.y = y3 / weight;
    } else {
      q = quad, q.x = q.data.x, q.y = q.data.y;
      do
        strength2 += strengths[q.data.index];
      while (q = q.next);
    }
    quad.value = strength2;
  }
  function apply(quad, x1, _, x22) {
    if (!quad.value) return !0;
    var x3 = quad.x - node.x, y3 = quad.y - node.y, w = x22 - x1, l = x3 * x3 + y3 * y3;
    if (w * w / theta2 < l)
      return l < distanceMax2 && (x3 === 0 && (x3 = jiggle_default(random), l += x3 * x3), y3 === 0 && (y3 = jiggle_default(random), l += y3 * y3), l < distanceMin2 && (l = Math.sqrt(distanceMin2 * l)), node.vx += x3 * quad.value * alpha / l, node.vy += y3 * quad.value * alpha / l), !0;
    if (quad.length || l >= distanceMax2) return;
    (quad.data !== node || quad.next) && (x3 === 0 && (x3 = jiggle_default(random), l += x3 * x3), y3 === 0 && (y3 = jiggle_default(random), l += y3 * y3), l < distanceMin2 && (l = Math.sqrt(distanceMin2 * l)));
    do
      quad.data !== node && (w = strengths[quad.data.index] * alpha / l, node.vx += x3 * w, node.vy += y3 * w);
    while (quad = quad.next);
  }
  return force.initialize = function(_nodes, _random) {
    nodes = _nodes, random = _random, initialize();
  }, force.strength = function(_) {
    return arguments.length ? (strength = typeof _ == "function" ? _ : constant_default(+_), initialize(), force) : strength;
  }, force.distanceMin = function(_) {
    return arguments.length ? (distanceMin2 = _ * _, force) : Math.sqrt(distanceMin2);
  }, force.distanceMax = function(_) {
    return arguments.length ? (distanceMax2 = _ * _, force) : Math.sqrt(distanceMax2);
  }, force.theta = function(_) {
    return arguments.length ? (theta2 = _ * _, force) : Math.sqrt(theta2);
  }, force;
}

// node_modules/d3-force/src/x.js
function x_default(x3) {
  var strength = constant_default(0.1), nodes, strengths, xz;
  typeof x3 != "function" && (x3 = constant_default(x3 == null ? 0 : +x3));
  function force(alpha) {
    for (var i = 0, n = nodes.length, node; i < n; ++i)
      node = nodes[i], node.vx += (xz[i] - node.x) * strengths[i] * alpha;
  }
  function initialize() {
    if (nodes) {
      var i, n = nodes.length;
      for (strengths = new Array(n), xz = new Array(n), i = 0; i < n; ++i)
        strengths[i] = isNaN(xz[i] = +x3(nodes[i], i, nodes)) ? 0 : +strength(nodes[i], i, nodes);
    }
  }
  return force.initialize = function(_) {
    nodes = _, initialize();
  }, force.strength = function(_) {
    return arguments.length ? (strength = typeof _ == "function" ? _ : constant_default(+_), initialize(), force) : strength;
  }, force.x = function(_) {
    return arguments.length ? (x3 = typeof _ == "function" ? _ : constant_default(+_), initialize(), force) : x3;
  }, force;
}

// node_modules/d3-force/src/y.js
function y_default(y3) {
  var strength = constant_default(0.1), nodes, strengths, yz;
  typeof y3 != "function" && (y3 = constant_default(y3 == null ? 0 : +y3));
  function force(alpha) {
    for (var i = 0, n = nodes.length, node; i < n; ++i)
      node = nodes[i], node.vy += (yz[i] - node.y) * strengths[i] * alpha;
  }
  function initialize() {
    if (nodes) {
      var i, n = nodes.length;
      for (strengths = new Array(n), yz = new Array(n), i = 0; i < n; ++i)
        strengths[i] = isNaN(yz[i] = +y3(nodes[i], i, nodes)) ? 0 : +strength(nodes[i], i, nodes);
    }
  }
  return force.initialize = function(_) {
    nodes = _, initialize();
  }, force.strength = function(_) {
    return arguments.length ? (strength = typeof _ == "function" ? _ : constant_default(+_), initialize(), force) : strength;
  }, force.y = function(_) {
    return arguments.length ? (y3 = typeof _ == "function" ? _ : constant_default(+_), initialize(), force) : y3;
  }, force;
}

// src/network/layout.ts
var STEPS = 300, AT_ONCE = 12;
async function layout(graph) {
  let degrees = graph.nodes.map(() => 0);
  for (let { first, second } of graph.ties)
    degrees[first] = (degrees[first] ?? 0) + 1, degrees[second] = (degrees[second] ?? 0) + 1;
  let bodies = graph.nodes.map((_, number) => ({ number, ties: degrees[number] ?? 0 })), links = graph.ties.map(({ first, second, events }) => ({
    source: first,
    target: second,
    strength: Math.min(1, 0.15 + 0.1 * new Set(events.map((at) => graph.events[at]?.voice)).size)
  })), simulation = simulation_default(bodies).force(
    "link",
    link_default(links).distance(70).strength(({ source, target, strength }) => {
      let ties = Math.min(source.ties, target.ties);
      return strength / Math.max(1, Math.sqrt(ties));
    })
  ).force("apart", manyBody_default().strength(({ ties }) => -120 - 14 * ties).distanceMax(700)).force("room", collide_default(({ ties }) => 16 + radius(ties))).force("x", x_default(0).strength(0.035)).force("y", y_default(0).strength(0.07)).stop();
  for (let done = 0; done < STEPS; ) {
    let until = performance.now() + AT_ONCE;
    for (; done < STEPS && performance.now() < until; )
      simulation.tick(), done++;
    await new Promise((go) => setTimeout(go));
  }
  return bodies.map(({ x: x3, y: y3 }) => ({ x: x3 ?? 0, y: y3 ?? 0 }));
}
function radius(ties) {
  return 4 + Math.min(8, 1.3 * Math.sqrt(ties));
}

// src/network/panel.ts
var AT_ONCE2 = 60, count = (number, what) => `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`, Panel = class {
  constructor(graph, choose) {
    this.graph = graph;
    this.choose = choose;
    this.more.addEventListener("click", () => {
      this.most += AT_ONCE2 * 5, this.show(this.ties, this.chosen);
    }), this.element.append(this.heading, this.list, this.more, this.events);
  }
  graph;
  choose;
  element = html("div", { class: "network-panel" });
  heading = html("h2", { id: "contacts-of" });
  list = html("ol", { class: "ties", "aria-labelledby": "contacts-of" });
  more = html("button", { type: "button" });
  events = html("div", { class: "tie-events", role: "region", "aria-live": "polite", "aria-label": "Events" });
  ties = [];
  most = AT_ONCE2;
  chosen = { node: null, tie: null };
  show(ties, chosen) {
    this.ties = ties, this.chosen = chosen;
    let node = chosen.node === null ? void 0 : this.graph.nodes[chosen.node], own = ties.filter(({ tie }) => chosen.node === null || tie.first === chosen.node || tie.second === chosen.node), title = node ? [count(own.length, "contact"), " of ", this.person(chosen.node ?? 0)] : [count(own.length, "contact")];
    this.heading.replaceChildren(...title), this.list.replaceChildren(...own.slice(0, this.most).map((each) => this.row(each))), this.more.hidden = own.length <= this.most, this.more.textContent = `${(own.length - this.most).toLocaleString("en")} more`, this.tell(ties.find(({ number }) => number === chosen.tie));
  }
  /** The next button of the list after the one that has the focus, or the first. */
  step(by) {
    let buttons = [...this.list.querySelectorAll("button")], at = buttons.findIndex((button) => button === document.activeElement || button.matches("[aria-pressed=true]")), next = buttons[at < 0 ? 0 : at + by];
    next?.focus(), next?.scrollIntoView({ block: "nearest" });
  }
  /** Go from the contact to its events, or back. */
  read() {
    this.events.querySelector(".words a")?.focus();
  }
  back() {
    return this.events.contains(document.activeElement) ? (this.list.querySelector("[aria-pressed=true]")?.focus(), !0) : !1;
  }
  person(node) {
    let { name, at } = this.graph.nodes[node] ?? { name: "", at: "" };
    return at ? html("a", { href: at }, name) : document.createTextNode(name);
  }
  row({ tie, number, voices, events, occurred }) {
    let names = [tie.first, tie.second].map((node) => this.graph.nodes[node]?.name ?? ""), own = this.chosen.node === tie.first ? names[1] : this.chosen.node === tie.second ? names[0] : names.join(" – "), about = `${count(voices, "voice")}, ${count(events.length, "event")}${occurred ? "" : ", none said to have occurred"}`, pressed = String(number === this.chosen.tie), button = html("button", { type: "button", "aria-pressed": pressed }, `${own ?? ""} `, html("span", { class: "about" }, about));
    return button.addEventListener("click", () => this.choose({ node: this.chosen.node, tie: number }, !0)), html("li", {}, button);
  }
  tell(chosen) {
    if (!chosen) {
      this.events.replaceChildren(html("p", { class: "about" }, "Choose a contact to read its events."));
      return;
    }
    let { tie, events, voices } = chosen, list = html("ol", { class: "rows" });
    for (let event of events) list.append(html("li", {}, ...told(event)));
    let between = html("h3", {}, this.person(tie.first), " and ", this.person(tie.second)), about = html("p", { class: "about" }, `${count(voices, "independent voice")} · `);
    about.append(html("a", { href: tie.at }, "in the chronology")), this.events.replaceChildren(between, about, list), this.events.scrollTop = 0;
  }
};

// src/network/picture.ts
var LINE = 15, NEAR_TIE = 7, NEAR_NODE = 6, MARGIN = 46, STILL = 120, MOST_VOICES = 4, NAME = 30, [FEW, FIRST] = [60, 24], Picture = class {
  constructor(graph, places, choose) {
    this.graph = graph;
    this.places = places;
    this.choose = choose;
    for (let voices = 1; voices <= MOST_VOICES; voices++)
      for (let sure of ["sure", "unsure"]) {
        let path = svg("path", { class: `tie of-${voices} ${sure}` });
        this.lines.set(`${voices} ${sure}`, path);
      }
    this.circles = graph.nodes.map(
      ({ name, kind }) => svg("circle", { class: `node ${kind || "described"}` }, svg("title", {}, name))
    ), this.labels = graph.nodes.map(({ name }) => name.length <= NAME ? name : `${name.slice(0, NAME - 1)}…`), this.names = this.labels.map((name) => svg("text", { class: "name" }, name)), this.group.append(...this.lines.values(), this.marked, ...this.circles, ...this.names), this.element.append(this.group);
    let inUse = () => this.element.parentElement?.matches(":focus") ?? !1;
    this.view = new View(this.element, inUse, this.move), this.view.limits = { least: 0.1, most: 8, filled: !1 }, this.element.addEventListener("click", (event) => this.pointed(event));
  }
  graph;
  places;
  choose;
  element = svg("svg", { class: "network-drawing" });
  lines = /* @__PURE__ */ new Map();
  marked = svg("path", { class: "tie marked" });
  circles;
  names;
  labels;
  view;
  group = svg("g");
  draw = beforePaint(() => this.redraw());
  move = beforePaint(() => this.moved());
  /** What was in sight when everything was drawn last. */
  drawn = { x: 0, y: 0, k: 1 };
  still = 0;
  ties = [];
  degrees = [];
  chosen = { node: null, tie: null };
  width = 0;
  height = 0;
  /** The size of the drawing has changed. */
  fit(width2, height) {
    width2 === this.width && height === this.height || ([this.width, this.height] = [width2, height], this.view.width = width2, this.element.setAttribute("viewBox", `0 0 ${width2} ${height}`), this.all());
  }
  all() {
    let xs = this.places.map(({ x: x4 }) => x4), ys = this.places.map(({ y: y4 }) => y4), [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)], across = (this.width - 2 * MARGIN) / Math.max(1, right - left), down = (this.height - 2 * MARGIN) / Math.max(1, bottom - top), k = Math.min(1.6, across, down), [x3, y3] = [this.width / 2 - k * (left + right) / 2, this.height / 2 - k * (top + bottom) / 2];
    this.view.set({ x: x3, y: y3, k }), this.draw();
  }
  nearer(factor) {
    this.view.scale(factor, this.chosen.node === null ? [this.width / 2, this.height / 2] : this.at(this.chosen.node));
  }
  show(ties, chosen) {
    this.ties = ties, this.chosen = chosen, this.degrees = this.graph.nodes.map(() => 0);
    for (let { tie } of ties)
      this.degrees[tie.first] = (this.degrees[tie.first] ?? 0) + 1, this.degrees[tie.second] = (this.degrees[tie.second] ?? 0) + 1;
    this.draw();
  }
  /** The radius of a node: less where all of a large network is in sight. */
  size(node) {
    return radius(this.degrees[node] ?? 0) * Math.min(1, Math.max(0.55, this.view.transform.k));
  }
  /** Where a node is in sight, in pixels. */
  at(node) {
    let { x: x3, y: y3 } = this.places[node] ?? { x: 0, y: 0 }, { transform } = this.view;
    return [transform.x + transform.k * x3, transform.y + transform.k * y3];
  }
  /** While it moves, the drawing is moved as a whole; all is drawn anew when it stands still. */
  moved() {
    let { x: x3, y: y3, k } = this.view.transform, by = k / this.drawn.k;
    this.group.setAttribute("transform", `translate(${x3 - by * this.drawn.x} ${y3 - by * this.drawn.y}) scale(${by})`), clearTimeout(this.still), this.still = setTimeout(this.draw, STILL);
  }
  redraw() {
    if (!this.width) return;
    clearTimeout(this.still), this.drawn = this.view.transform, this.group.removeAttribute("transform");
    let at = this.places.map((_, node) => this.at(node)), point = (node) => at[node] ?? [0, 0], paths = new Map([...this.lines.keys()].map((key) => [key, []])), marked = [], near = /* @__PURE__ */ new Set();
    for (let { tie, number, voices, occurred } of this.ties) {
      let [[x1, y1], [x22, y22]] = [point(tie.first), point(tie.second)], line = `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x22.toFixed(1)} ${y22.toFixed(1)}`;
      paths.get(`${Math.min(voices, MOST_VOICES)} ${occurred ? "sure" : "unsure"}`)?.push(line), (number === this.chosen.tie || tie.first === this.chosen.node || tie.second === this.chosen.node) && (marked.push(line), near.add(tie.first).add(tie.second));
    }
    for (let [key, path] of this.lines) path.setAttribute("d", paths.get(key)?.join("") ?? "");
    this.marked.setAttribute("d", marked.join("")), this.element.classList.toggle("chosen", near.size > 0 || this.chosen.node !== null), this.chosen.node !== null && near.add(this.chosen.node), this.circles.forEach((circle, node) => {
      if (!this.degrees[node]) return circle.classList.add("gone");
      let [x3, y3] = point(node);
      circle.setAttribute("cx", x3.toFixed(1)), circle.setAttribute("cy", y3.toFixed(1)), circle.setAttribute("r", this.size(node).toFixed(1)), circle.classList.remove("gone"), circle.classList.toggle("near", near.has(node)), circle.classList.toggle("now", node === this.chosen.node);
    }), this.nameSome(at, near);
  }
  /** Names of those chosen first, then of those with most contacts, as long as there is room. */
  nameSome(at, near) {
    let shown = this.graph.nodes.map((_, node) => node).filter((node) => this.degrees[node]), bodies = shown.map((node) => {
      let [x3, y3] = at[node] ?? [0, 0], r = this.size(node);
      return { node, left: x3 - r, right: x3 + r, top: y3 - r, bottom: y3 + r };
    }), first = shown.length > FEW ? FIRST : 0, taken = [], order = [...shown.filter((node) => near.has(node)), ...shown.filter((node) => !near.has(node))], named = /* @__PURE__ */ new Set();
    for (let node of order) {
      let [x3, y3] = at[node] ?? [0, 0];
      if (x3 < 0 || y3 < 0 || x3 > this.width || y3 > this.height) continue;
      let half = width(this.labels[node] ?? "", near.has(node)) / 2 + 1, r = this.size(node), below = { left: x3 - half, right: x3 + half, top: y3 + r + 1, bottom: y3 + r + 1 + LINE }, above = { ...below, top: y3 - r - LINE - 1, bottom: y3 - r - 1 }, box = [below, above].find(
        (box2) => !taken.some((other) => overlap(box2, other)) && // Whoever matters most is named all the same; the names of others keep off everybody.
        (taken.length < first || near.has(node) || !bodies.some((body) => body.node !== node && overlap(box2, body)))
      );
      if (!box) continue;
      taken.push(box), named.add(node);
      let text = this.names[node];
      text?.setAttribute("x", x3.toFixed(1)), text?.setAttribute("y", (box.bottom - 4).toFixed(1)), text?.classList.toggle("near", near.has(node));
    }
    this.names.forEach((text, node) => text.classList.toggle("gone", !named.has(node)));
  }
  pointed(event) {
    let frame2 = this.element.getBoundingClientRect(), [x3, y3] = [event.clientX - frame2.left, event.clientY - frame2.top], node = this.graph.nodes.findIndex((_, node2) => {
      let [nx, ny] = this.at(node2);
      return this.degrees[node2] && Math.hypot(nx - x3, ny - y3) <= this.size(node2) + NEAR_NODE;
    });
    if (node >= 0) return this.choose({ node, tie: null });
    let best, least = NEAR_TIE;
    for (let each of this.ties) {
      let far = distance([x3, y3], this.at(each.tie.first), this.at(each.tie.second));
      far < least && ([best, least] = [each, far]);
    }
    this.choose({ node: best ? this.chosen.node : null, tie: best?.number ?? null });
  }
};
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
function distance([x3, y3], [x1, y1], [x22, y22]) {
  let length = (x22 - x1) ** 2 + (y22 - y1) ** 2, along = length ? Math.min(1, Math.max(0, ((x3 - x1) * (x22 - x1) + (y3 - y1) * (y22 - y1)) / length)) : 0;
  return Math.hypot(x3 - x1 - along * (x22 - x1), y3 - y1 - along * (y22 - y1));
}

// src/network.ts
var NEARER = 1.5, STILL2 = 120;
function controls(graph, changed) {
  let known = days(graph), last = Math.max(0, known.length - 1), range = (label, value) => html("input", { type: "range", min: 0, max: last, value, "aria-label": label }), [from, until] = [range("From", 0), range("Until", last)], shown = html("output", { class: "span" }), undated = html("input", { type: "checkbox" });
  undated.checked = !0;
  let voices = html("select", { "aria-label": "Independent voices" });
  for (let least of [1, 2, 3, 4]) voices.append(html("option", { value: least }, least === 1 ? "any" : `${least} or more`));
  let day = (slider) => known[Number(slider.value)] ?? "", said = () => {
    shown.textContent = `${day(from)} to ${day(until)}`, from.setAttribute("aria-valuetext", day(from)), until.setAttribute("aria-valuetext", day(until));
  };
  from.addEventListener("input", () => {
    Number(from.value) > Number(until.value) && (until.value = from.value);
  }), until.addEventListener("input", () => {
    Number(until.value) < Number(from.value) && (from.value = until.value);
  });
  for (let field of [from, until, undated, voices])
    field.addEventListener("input", () => {
      said(), changed();
    });
  said();
  let bar = html("div", { class: "network-bar" });
  return known.length && (bar.append(html("label", {}, "From ", from), html("label", {}, "until ", until), shown), bar.append(html("label", {}, undated, " and without a date"))), bar.append(html("label", {}, "Voices ", voices)), {
    bar,
    wanted: () => ({ from: day(from), until: day(until), undated: undated.checked, voices: Number(voices.value) })
  };
}
async function begin(host2) {
  let graph = await asked(host2.dataset.graph ?? "");
  host2.hidden = !1, host2.append(html("p", { class: "about" }, "Arranging…"));
  let places = await layout(graph), chosen = { node: null, tie: null }, choose = (next, read = !1) => {
    chosen = next, update(), read && panel.read();
  }, picture = new Picture(graph, places, choose), panel = new Panel(graph, choose), still = 0, { bar, wanted } = controls(graph, () => {
    picture.show(seen(graph, wanted()), chosen), clearTimeout(still), still = setTimeout(update, STILL2);
  }), update = () => {
    let ties = seen(graph, wanted());
    picture.show(ties, chosen), panel.show(ties, chosen);
  }, button = (words, label, act) => {
    let made = html("button", { type: "button", "aria-label": label, title: label }, words);
    return made.addEventListener("click", act), made;
  };
  graph.left_out && bar.append(html("span", {}, `${graph.left_out.toLocaleString("en")} with fewer contacts are not drawn`)), bar.append(
    html(
      "span",
      { class: "buttons" },
      button("−", "Farther", () => picture.nearer(1 / NEARER)),
      button("+", "Nearer", () => picture.nearer(NEARER)),
      button("All", "All of it", () => picture.all())
    )
  );
  let frame2 = html("div", { class: "network-frame", tabindex: 0, role: "application", "aria-label": "Network. Left and right go from person to person, up and down from contact to contact, Enter reads the events." });
  frame2.append(picture.element), host2.replaceChildren(bar, frame2, panel.element);
  let fit = () => picture.fit(frame2.clientWidth, frame2.clientHeight);
  fit(), new ResizeObserver(fit).observe(frame2), update(), frame2.addEventListener("keydown", (event) => {
    if (isTyping(event)) return;
    let ties = seen(graph, wanted());
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      let there = graph.nodes.map((_, at2) => at2).filter((at2) => ties.some(({ tie }) => tie.first === at2 || tie.second === at2)), at = chosen.node === null ? -1 : there.indexOf(chosen.node), next = at < 0 ? 0 : (at + (event.key === "ArrowRight" ? 1 : -1) + there.length) % there.length;
      choose({ node: there[next] ?? null, tie: null });
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      let own = ties.filter(({ tie }) => chosen.node === null || tie.first === chosen.node || tie.second === chosen.node), at = own.findIndex(({ number }) => number === chosen.tie), next = own[Math.min(own.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))];
      choose({ node: chosen.node, tie: next?.number ?? null });
    } else if (event.key === "Enter") panel.read();
    else return;
    event.preventDefault(), event.stopPropagation();
  }), document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !isTyping(event)) {
      panel.back() || choose({ node: null, tie: null });
      return;
    }
    if (!isTyping(event)) {
      if (event.key === "j") panel.step(1);
      else if (event.key === "k") panel.step(-1);
      else if (event.key === "+" || event.key === "=") picture.nearer(NEARER);
      else if (event.key === "-") picture.nearer(1 / NEARER);
      else if (event.key === "0") picture.all();
      else return;
      event.preventDefault();
    }
  });
}
var host = document.getElementById("network");
host && begin(host).catch((wrong) => {
  host.hidden = !1, host.replaceChildren(html("p", { class: "problem" }, wrong instanceof Error ? wrong.message : String(wrong)));
});
