// What the programme ranker keeps in the browser: whole before or whole after, wherever a save is cut off.
import assert from "node:assert/strict";
import test from "node:test";
import { clear, keptOrder, orderKey, restore, save } from "../../src/Gradus.Web/wwwroot/kept.js";

/** A browser's store that is killed before its nth change, or has no room beyond so many letters. */
class Store {
  constructor(kept = new Map(), { changes = Infinity, room = Infinity } = {}) { Object.assign(this, { kept: new Map(kept), changes, room }); }
  get length() { return this.kept.size; }
  key(i) { return [...this.kept.keys()][i] ?? null; }
  getItem(key) { return this.kept.get(key) ?? null; }
  change() { if (this.changes-- <= 0) { throw new Error("killed"); } }
  setItem(key, value) {
    this.change();
    const used = [...this.kept].reduce((sum, [name, text]) => sum + (name === key ? 0 : name.length + text.length), 0);
    if (used + key.length + value.length > this.room) { throw new Error("full"); }
    this.kept.set(key, value);
  }
  removeItem(key) { this.change(); this.kept.delete(key); }
}
const list = (id, codes) => ({ id, header: ["Code"], rows: codes.map(code => [code]) });
const order = (revision, codes) => ({ revision, tab: "t", when: 1, state: { order: codes, marks: {}, notes: {} }, criteria: [] });
const before = [list("one", ["A", "B"]), order(1, ["B", "A"])];
const saved = ([list, order]) => { const store = new Store(); save(store, list, order); return store; };
const whole = ([list, order]) => ({ list, order: { ...order, list: list.id } });

for (const [says, after] of [["another order", [list("one", ["A", "B"]), order(2, ["A", "B"])]], ["another list", [list("two", ["A", "C", "D"]), order(2, ["D", "A", "C"])]]]) {
  test(`a save of ${says}, cut off anywhere, leaves the whole of before or the whole of after`, () => {
    const ends = new Set();
    for (let changes = 0; changes < 8; changes++) {
      const store = new Store(saved(before).kept, { changes });
      try { save(store, ...after); } catch (fault) { assert.equal(fault.message, "killed"); }
      const found = restore(new Store(store.kept));
      const isAfter = found.order.revision === 2;
      ends.add(isAfter);
      assert.deepEqual(found, whole(isAfter ? after : before), `killed before change ${changes + 1}`);
    }
    assert.equal(ends.size, 2);
  });
}

test("what a save that was cut off left behind is swept by the next one", () => {
  const store = new Store(saved(before).kept, { changes: 1 });
  assert.throws(() => save(store, list("two", ["C"]), order(2, ["C"])));
  assert.equal(store.length, 3);
  const next = new Store(store.kept);
  save(next, list("three", ["D"]), order(2, ["D"]));
  assert.deepEqual([...next.kept.keys()].toSorted(), ["gradus.programmes-list-three", orderKey]);
});

test("a store that is full keeps what it had", () => {
  const old = saved(before);
  const room = [...old.kept].reduce((sum, [name, text]) => sum + name.length + text.length, 0) + 20;
  const store = new Store(old.kept, { room });
  assert.throws(() => save(store, list("two", Array.from({ length: 50 }, (_, i) => `P${i}`)), order(2, [])), /full/u);
  assert.deepEqual(restore(store), whole(before));
});

test("a list that another tab cleared is written again with its order", () => {
  const store = saved(before);
  clear(store);
  assert.equal(store.length, 0);
  assert.equal(restore(store), null);
  save(store, before[0], order(3, ["A", "B"]));
  assert.equal(restore(store).list.id, "one");
});

test("clearing, cut off anywhere, leaves no order of a list that is gone", () => {
  for (let changes = 0; changes < 3; changes++) {
    const store = new Store(saved(before).kept, { changes });
    try { clear(store); } catch { /* Killed. */ }
    const found = restore(new Store(store.kept));
    assert.ok(found === null || found.order !== null || keptOrder(store) === null);
    assert.ok(keptOrder(store) === null || found !== null);
  }
});
