import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { UntrustedText } from './untrusted-text'
import { countOf, formatCount } from '@/lib/format-count'
import { type JsonNode, readJsonTree } from '@/lib/json-tree'

const maxShownLength = 400
/** Levels that are open initially, unless that would be too many lines. */
const openLevels = 2
const openSize = 30

/** JSON text as a tree of disclosures. Memoized: parsing it again at each refresh would close them. */
export const JsonTree = memo(({ text }: { text: string }) => {
  const root = readJsonTree(text)
  if (!root) return null
  return (
    <div translate="no" className="px-4 py-2 font-mono text-sm">
      <Children node={root} level={0} />
    </div>
  )
})

function Children({ node, level }: { node: JsonNode; level: number }) {
  const left = node.size - node.children.length
  return (
    <ul className={level === 0 ? '' : 'ml-2 border-l border-line pl-3 max-md:pl-1.5'}>
      {node.children.map((child, index) => (
        <li key={child.at}>
          <Node node={child} index={index} level={level} />
        </li>
      ))}
      {left > 0 ? (
        <li className="py-0.5 font-sans text-muted">{formatCount(left)} more, see the text</li>
      ) : null}
    </ul>
  )
}

function Node({ node, index, level }: { node: JsonNode; index: number; level: number }) {
  const name = (
    <>
      <span className="text-muted">
        {node.name === undefined ? (
          index
        ) : (
          <UntrustedText isCut fallback='""'>
            {node.name}
          </UntrustedText>
        )}
      </span>
      {node.isRepeated ? <span className="font-sans text-xs text-warn"> (named again)</span> : null}
    </>
  )
  const isOpenable = node.size > 0
  if (!isOpenable) {
    return (
      <div className="flex gap-2 py-0.5 pl-5">
        <span className="max-w-1/2 shrink-0 wrap-anywhere">{name}</span>
        <span className="min-w-0 wrap-anywhere">
          <Value node={node} />
        </span>
      </div>
    )
  }
  return (
    <details className="group/node" open={level < openLevels && node.size <= openSize}>
      <summary className="flex min-h-6 cursor-pointer list-none items-center gap-1 rounded-sm hover:bg-hover max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted [details[open]>summary>&]:rotate-90"
        />
        <span className="min-w-0 wrap-anywhere">{name}</span>
        <span className="ml-1 shrink-0 font-sans text-xs text-faint">{sizeText(node)}</span>
      </summary>
      <Children node={node} level={level + 1} />
    </details>
  )
}

function Value({ node }: { node: JsonNode }) {
  if (node.kind === 'object') return <span className="text-faint">{'{}'}</span>
  if (node.kind === 'array') return <span className="text-faint">[]</span>
  const text = node.text.slice(0, maxShownLength)
  const rest = node.text.length > maxShownLength ? '…' : ''
  if (node.kind === 'string') {
    return (
      <>
        “
        <UntrustedText isCut fallback={text}>
          {text}
        </UntrustedText>
        {rest}”
      </>
    )
  }
  return (
    <span className={node.kind === 'number' ? 'text-info tabular-nums' : 'text-accent-text'}>
      {text}
      {rest}
    </span>
  )
}

function sizeText({ kind, size }: JsonNode): string {
  return countOf(size, kind === 'object' ? 'member' : 'item')
}
