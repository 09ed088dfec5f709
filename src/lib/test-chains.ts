/** Certificate bundles as brokers receive them, each with the expected result of findChain; they protect nothing. */
import { issue, past, rights } from './test-authorities'
import type { Answer } from './x509'

/** The contents of client.crt and ca.crt, and the expected answer. */
interface ChainCase {
  title: string
  client: string
  ca: string
  answer: Answer
  problem?: string
  /** Subjects of the chain, from the issuer of the leaf up. */
  subjects?: string[]
  /** True when only the validity periods are wrong, which findChain leaves to its caller. */
  isExpired?: boolean
}

const authority = { extensions: rights.authority }

/** Creates all cases. */
export async function makeChainCases(): Promise<ChainCase[]> {
  const root = await issue('Root', authority)
  const top = await issue('Top', { by: root, ...authority })
  const low = await issue('Low', { by: top, ...authority })
  const leaf = await issue('Plant', { by: low })
  const direct = await issue('Plant', { by: root })
  const other = await issue('Other root', authority)
  const full = ['CN=Low', 'CN=Top', 'CN=Root']
  const yes = { answer: 'yes', subjects: full } as const
  return [
    {
      title: 'no intermediate',
      client: direct.pem,
      ca: root.pem,
      answer: 'yes',
      subjects: ['CN=Root'],
    },
    { title: 'intermediates in order', client: leaf.pem + low.pem + top.pem, ca: root.pem, ...yes },
    {
      title: 'intermediates in reverse',
      client: leaf.pem + top.pem + low.pem,
      ca: root.pem,
      ...yes,
    },
    {
      title: 'duplicates, unrelated certificates and the root itself',
      client: leaf.pem + other.pem + low.pem + low.pem + root.pem + top.pem + leaf.pem,
      ca: other.pem + root.pem + root.pem,
      ...yes,
    },
    {
      title: 'the upper intermediate in ca.crt',
      client: leaf.pem + low.pem,
      ca: root.pem + top.pem,
      ...yes,
    },
    {
      title: 'all authorities in ca.crt',
      client: leaf.pem,
      ca: top.pem + low.pem + root.pem,
      ...yes,
    },
    ...missing(),
    ...(await crossed()),
    ...(await unauthorized()),
    ...(await expired()),
  ]

  function missing(): ChainCase[] {
    return [
      {
        title: 'a missing lower intermediate',
        client: leaf.pem + top.pem,
        ca: root.pem,
        answer: 'no',
        problem: 'other-issuer',
      },
      {
        title: 'a missing upper intermediate',
        client: leaf.pem + low.pem,
        ca: root.pem,
        answer: 'no',
        problem: 'missing-issuer',
      },
      {
        title: 'a root in client.crt only',
        client: leaf.pem + low.pem + top.pem + root.pem,
        ca: other.pem,
        answer: 'no',
        problem: 'other-root',
      },
      {
        title: 'a ca.crt without the root',
        client: leaf.pem + low.pem,
        ca: top.pem,
        answer: 'unknown',
        problem: 'no-root',
        subjects: ['CN=Low', 'CN=Top'],
      },
      {
        title: 'a root in client.crt above an intermediate in ca.crt',
        client: leaf.pem + low.pem + root.pem,
        ca: top.pem,
        answer: 'unknown',
        problem: 'no-root',
        subjects: ['CN=Low', 'CN=Top'],
      },
    ]
  }

  /** One key, certified by two roots. */
  async function crossed(): Promise<ChainCase[]> {
    const cross = await issue('Top', { by: other, keys: top.keys, ...authority })
    const start = leaf.pem + low.pem
    return [
      {
        title: 'a cross-signed intermediate, the correct one first',
        client: start + top.pem + cross.pem,
        ca: root.pem,
        ...yes,
      },
      {
        title: 'a cross-signed intermediate, the wrong one first',
        client: start + cross.pem + top.pem,
        ca: root.pem,
        answer: 'unknown',
        problem: 'second-choice',
        subjects: full,
      },
      {
        title: 'a cross-signed intermediate under both roots',
        client: start + cross.pem + top.pem,
        ca: root.pem + other.pem,
        answer: 'yes',
        subjects: ['CN=Low', 'CN=Top', 'CN=Other root'],
      },
      {
        title:
          'an intermediate with the same name but another key, distinguished by its key identifier',
        client: start + (await issue('Top', { by: root, ...authority })).pem + top.pem,
        ca: root.pem,
        ...yes,
      },
    ]
  }

  async function unauthorized(): Promise<ChainCase[]> {
    const below = async (extensions: (typeof rights)[keyof typeof rights], count = 1) => {
      const first = await issue('First', { by: root, extensions })
      const second = await issue('Second', { by: first, ...authority })
      const plant = await issue('Plant', { by: count === 1 ? first : second })
      return plant.pem + first.pem + (count === 1 ? '' : second.pem)
    }
    const limited = await issue('Limited root', { extensions: rights.noneBelow })
    const underLimited = await issue('Under', { by: limited, ...authority })
    const no = { ca: root.pem, answer: 'no' } as const
    return [
      {
        title: 'an intermediate that is not an authority',
        client: await below(rights.noAuthority),
        ...no,
        problem: 'no-authority',
      },
      {
        title: 'an intermediate that may not sign certificates',
        client: await below(rights.notForSigning),
        ...no,
        problem: 'no-authority',
      },
      {
        title: 'an intermediate without basic constraints',
        client: await below(rights.nothing),
        ca: root.pem,
        answer: 'unknown',
        problem: 'rights-unsaid',
      },
      {
        title: 'an intermediate that allows none below it and has none',
        client: await below(rights.noneBelow),
        ca: root.pem,
        answer: 'yes',
      },
      {
        title: 'an intermediate that allows none below it but has one',
        client: await below(rights.noneBelow, 2),
        ...no,
        problem: 'path-length',
      },
      {
        title: 'an intermediate that allows one below it and has one',
        client: await below(rights.oneBelow, 2),
        ca: root.pem,
        answer: 'yes',
      },
      {
        title: 'a root that allows no intermediate but has one',
        client: (await issue('Plant', { by: underLimited })).pem + underLimited.pem,
        ca: limited.pem,
        answer: 'no',
        problem: 'path-length',
      },
    ]
  }

  async function expired(): Promise<ChainCase[]> {
    const old = await issue('Top', { by: root, keys: top.keys, validity: past, ...authority })
    const oldRoot = await issue('Root', { keys: root.keys, validity: past, ...authority })
    const start = leaf.pem + low.pem
    return [
      {
        title: 'an expired intermediate',
        client: start + old.pem,
        ca: root.pem,
        ...yes,
        isExpired: true,
      },
      {
        title: 'an expired intermediate, and its renewal after it',
        client: start + old.pem + top.pem,
        ca: root.pem,
        ...yes,
      },
      {
        title: 'an expired root',
        client: direct.pem,
        ca: oldRoot.pem,
        answer: 'yes',
        isExpired: true,
      },
      {
        title: 'an expired root, and its renewal after it',
        client: direct.pem,
        ca: oldRoot.pem + root.pem,
        answer: 'yes',
      },
    ]
  }
}
