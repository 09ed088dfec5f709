import type { Page } from '@playwright/test'

/**
 * Translates the page as a browser does, now and after every change: a `<font>` in a `<font>` replaces each text that
 * isn't marked `translate="no"`. The words stay the same so that tests can find them.
 */
export async function translate(page: Page): Promise<void> {
  await page.addInitScript(startTranslator)
  await page.evaluate(startTranslator)
}

function startTranslator(): void {
  const html = 'http://www.w3.org/1999/xhtml'
  const isLeftAlone = (text: Text) =>
    text.data.trim() === '' ||
    Boolean(text.parentElement?.closest('[translate=no], font, title, script, style, textarea'))

  function wrap(text: Text): void {
    if (!text.isConnected || isLeftAlone(text)) return
    const [outer, inner] = [
      document.createElementNS(html, 'font'),
      document.createElementNS(html, 'font'),
    ]
    inner.textContent = text.data
    outer.append(inner)
    text.replaceWith(outer)
  }

  function wrapWithin(node: Node): void {
    const texts: Text[] = []
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    if (node instanceof Text) texts.push(node)
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    texts.forEach(wrap)
  }

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') wrapWithin(target)
      else addedNodes.forEach(wrapWithin)
    }
  })
  observer.observe(document, { childList: true, characterData: true, subtree: true })
  wrapWithin(document)
}
