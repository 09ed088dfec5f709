import type { CDPSession, Page } from '@playwright/test'

/**
 * Launch option for Chromium: its snapshots otherwise contain only the first 1,024 characters of a text, and a secret
 * may be further back, in the text of a whole response.
 */
export const wholeTexts = '--js-flags=--heap-snapshot-string-limit=1000000'

/** The parts of a snapshot that the search needs; checking millions of numbers would take longer than the search. */
interface Snapshot {
  snapshot: {
    meta: {
      node_fields: string[]
      edge_fields: string[]
      /** The first member lists the kinds of references. */
      edge_types: [string[], ...unknown[]]
    }
  }
  nodes: number[]
  edges: number[]
  strings: string[]
}

/** Returns how each text in the page's memory that contains a needle can be reached, once garbage is collected. */
export async function searchHeap(page: Page, needles: readonly string[]): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  try {
    const graph = new HeapGraph(await takeSnapshot(client))
    return graph.pathsTo((text) => needles.some((needle) => text.includes(needle)))
  } finally {
    await client.detach()
  }
}

async function takeSnapshot(client: CDPSession): Promise<Snapshot> {
  const chunks: string[] = []
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await client.send('HeapProfiler.enable')
  await client.send('HeapProfiler.collectGarbage')
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  return JSON.parse(chunks.join('')) as Snapshot
}

/** Objects and the references between them, as V8 lists them: flat numbers, a fixed number of them for each. */
class HeapGraph {
  private readonly snapshot: Snapshot
  private readonly nodeSize: number
  private readonly edgeSize: number
  /** For each object, the reference by which it was reached first, and from where. */
  private readonly reachedBy = new Map<number, { from: number; edge: number }>()

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot
    this.nodeSize = snapshot.snapshot.meta.node_fields.length
    this.edgeSize = snapshot.snapshot.meta.edge_fields.length
    this.reachAll()
  }

  pathsTo(isWanted: (text: string) => boolean): string[] {
    const wanted = new Set(
      this.snapshot.strings.flatMap((text, at) => (isWanted(text) ? [at] : [])),
    )
    const found: string[] = []
    for (const node of this.reachedBy.keys()) {
      if (wanted.has(this.nodeField(node, 'name'))) found.push(this.pathTo(node))
    }
    return found
  }

  /** Breadth first, so that the path to an object is a shortest one. Weak references keep nothing alive. */
  private reachAll(): void {
    const { edges, snapshot } = this.snapshot
    const weak = snapshot.meta.edge_types[0].indexOf('weak')
    const [type, target] = ['type', 'to_node'].map((name) => this.edgeOffset(name))
    const firstEdges = this.firstEdges()
    const waiting = [0]
    for (const node of waiting) {
      const at = node / this.nodeSize
      for (
        let edge = firstEdges[at] ?? 0;
        edge < (firstEdges[at + 1] ?? 0);
        edge += this.edgeSize
      ) {
        const to = edges[edge + (target ?? 0)] ?? 0
        if (edges[edge + (type ?? 0)] === weak || to === 0 || this.reachedBy.has(to)) continue
        this.reachedBy.set(to, { from: node, edge })
        waiting.push(to)
      }
    }
  }

  private firstEdges(): number[] {
    const first = [0]
    for (let node = 0; node < this.snapshot.nodes.length; node += this.nodeSize) {
      first.push((first.at(-1) ?? 0) + this.nodeField(node, 'edge_count') * this.edgeSize)
    }
    return first
  }

  private pathTo(node: number): string {
    const steps: string[] = []
    for (let at = node; at !== 0;) {
      const reached = this.reachedBy.get(at)
      if (!reached) break
      const name = this.snapshot.strings[this.nodeField(at, 'name')] ?? ''
      steps.unshift(`${this.edgeName(reached.edge)}: ${name.slice(0, maxNameLength)}`)
      at = reached.from
    }
    return steps.join(' > ')
  }

  private edgeName(edge: number): string {
    const { edges, strings, snapshot } = this.snapshot
    const type = snapshot.meta.edge_types[0][edges[edge + this.edgeOffset('type')] ?? 0]
    const nameOrIndex = edges[edge + this.edgeOffset('name_or_index')] ?? 0
    const isIndex = type === 'element' || type === 'hidden'
    return isIndex ? `[${nameOrIndex}]` : (strings[nameOrIndex] ?? '')
  }

  private nodeField(node: number, name: string): number {
    return this.snapshot.nodes[node + this.snapshot.snapshot.meta.node_fields.indexOf(name)] ?? 0
  }

  private edgeOffset(name: string): number {
    return this.snapshot.snapshot.meta.edge_fields.indexOf(name)
  }
}

const maxNameLength = 40
