// What this browser keeps for the programme ranker: the list, and the order with the name of its list. The order is written last and in one go:
// cut off anywhere, what is kept is the whole of before or the whole of after, never a list with another list's order.
const listKey = "gradus.programmes-list";
export const orderKey = "gradus.programmes-order";
const keyOf = id => id === "" ? listKey : `${listKey}-${id}`;
const parsed = (store, key) => { try { return JSON.parse(store.getItem(key)); } catch { return null; } };
const idOf = order => typeof order?.list === "string" ? order.list : "";
const sweep = (store, ...ids) => {
  const keep = new Set(ids.map(keyOf));
  for (const key of Array.from({ length: store.length }, (_, i) => store.key(i))) { if (key?.startsWith(listKey) && !keep.has(key)) { store.removeItem(key); } }
};

/** The order as it is kept, whichever list it is of; null where there is none that can be read. */
export const keptOrder = store => parsed(store, orderKey);
/** The list and the order that are kept; null where there is no list. */
export const restore = store => {
  const order = keptOrder(store);
  const list = parsed(store, keyOf(idOf(order)));
  return Array.isArray(list?.header) && Array.isArray(list.rows) ? { list: { id: idOf(order), header: list.header, rows: list.rows }, order } : null;
};
/** Keeps a list and its order; throws where the browser has no room, and what was kept before is still there. */
export const save = (store, list, order) => {
  sweep(store, idOf(keptOrder(store)), list.id);
  // Another tab may have cleared the list: it is written again with the order.
  if (store.getItem(keyOf(list.id)) === null) { store.setItem(keyOf(list.id), JSON.stringify({ header: list.header, rows: list.rows })); }
  store.setItem(orderKey, JSON.stringify({ ...order, list: list.id }));
  sweep(store, list.id);
};
/** Clears both; the list goes only once nothing points to it. */
export const clear = store => {
  store.removeItem(orderKey);
  sweep(store);
};
