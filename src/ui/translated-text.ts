// Keeps the page correct while the browser translates it. Translators replace text nodes with `<font>` elements, but
// React keeps referring to the text nodes: new text would never appear, and removing the old text throws. No component
// can prevent that, so this file tracks the translator for every text of the page.

const standIns = new WeakMap<Node, Element>()
let isTranslated = false

/** Starts tracking translators. Costs almost nothing until one is active; call it before React renders. */
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

/** Finds text nodes removed in favour of a translation, either replaced by it or removed after it was inserted. */
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

/** Restores a text that React has changed or moved; the translator then translates it again. */
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

/**
 * Lets React remove and insert before translated texts; an untranslated page keeps its original DOM methods.
 */
function letReactReachTexts(): void {
  // oxlint-disable-next-line typescript/unbound-method -- each is called with its node as this
  const { insertBefore, removeChild } = Node.prototype

  Node.prototype.removeChild = function removeShown<Child extends Node>(child: Child): Child {
    if (child.parentNode === this) {
      removeChild.call(this, child)
      return child
    }
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
    insertBefore.call(this, node, shown)
    return node
  }
}
