// Keeps the page true while the browser translates it. A translator puts `<font>` elements where the text nodes
// were, but React goes on holding the text nodes: a new text would never be seen, and removing the old one throws.
// No care in a component can prevent that, so this file follows the translator for every text of the page.

/** The translation that is shown instead of a text node. */
const standIns = new WeakMap<Node, Element>()
let isTranslated = false

/** Starts to follow a translator. Costs nothing to speak of until one is at work; call it before React draws. */
export function followTranslation(): void {
  const observer = new MutationObserver((records) => {
    for (const text of findReplaced(records)) {
      observer.observe(text, { characterData: true })
      if (!isTranslated) letReactReachTexts()
      isTranslated = true
    }
    if (isTranslated) for (const record of records) bringBack(record)
  })
  observer.observe(document.documentElement, { childList: true, subtree: true })
}

/** Finds the text nodes that made room for a translation: replaced by it, or removed once it stood beside them. */
function findReplaced(records: readonly MutationRecord[]): Node[] {
  const beside = new Map<Node | null, Element>()
  const replaced: Node[] = []
  for (const { addedNodes, removedNodes, nextSibling, previousSibling } of records) {
    const translation = [...addedNodes].find(isTranslation)
    if (translation) {
      if (previousSibling instanceof Text) beside.set(previousSibling, translation)
      if (nextSibling instanceof Text) beside.set(nextSibling, translation)
    }
    for (const text of removedNodes) {
      const standIn = translation ?? beside.get(text)
      if (!(text instanceof Text) || text.isConnected || !standIn) continue
      standIns.set(text, standIn)
      replaced.push(text)
    }
  }
  return replaced
}

function isTranslation(node: Node): node is Element {
  return node instanceof Element && node.localName === 'font'
}

/** Shows a text again that React has changed or put elsewhere; the translator then translates it anew. */
function bringBack({ type, target, addedNodes }: MutationRecord): void {
  const standIn = standIns.get(target)
  if (type === 'characterData' && standIn) {
    standIns.delete(target)
    if (!target.isConnected && target instanceof Text) standIn.replaceWith(target)
  }
  for (const text of addedNodes) {
    if (!text.isConnected) continue
    standIns.get(text)?.remove()
    standIns.delete(text)
  }
}

/** Lets React remove a translated text, and insert before it. Only then: an untranslated page keeps its own DOM. */
function letReactReachTexts(): void {
  // oxlint-disable-next-line typescript/unbound-method -- each is called with the node it is asked of
  const { insertBefore, removeChild } = Node.prototype

  Node.prototype.removeChild = function removeShown<Child extends Node>(child: Child): Child {
    if (child.parentNode === this) return removeChild.call(this, child) as Child
    const shown = standIns.get(child) ?? child
    standIns.delete(child)
    if (shown.parentNode) removeChild.call(shown.parentNode, shown)
    return child
  }

  Node.prototype.insertBefore = function insertBeforeShown<Child extends Node>(
    node: Child,
    before: Node | null,
  ): Child {
    let shown = before && before.parentNode !== this ? (standIns.get(before) ?? before) : before
    while (shown && shown.parentNode !== this) shown = shown.parentNode
    return insertBefore.call(this, node, shown) as Child
  }
}
