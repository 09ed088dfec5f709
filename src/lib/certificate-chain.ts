// Builds the chain from a client certificate to an authority, as a broker does. Loaded on demand, see x509.ts.
import type { X509Certificate } from '@peculiar/x509'
import { hasOtherKeyId, hasSigned, isNamedAsIssuer, mayIssue, maxBelow } from './issuing'
import { type Answer, type CertificateReading, parseAll, certificateReadingOf, toHex } from './x509'

/** Reason why a chain of certificates isn't valid (RFC 5280, 6.1). */
export type ChainProblem =
  | 'unreadable'
  | 'other-issuer'
  | 'missing-issuer'
  | 'other-root'
  | 'no-authority'
  | 'path-length'
  | 'signature'
  | 'rights-unsaid'
  | 'no-root'
  | 'second-choice'
  | 'unsupported'
  | 'too-many'

/** A certificate of the chain and the file that it came in. */
export interface Issuer {
  file: 'client.crt' | 'ca.crt'
  certificate: CertificateReading
}

/** The answer to "does ca.crt lead to client.crt?", with the chain as far as it was found. */
export interface ChainFinding {
  answer: Answer
  problem?: ChainProblem
  subject?: string
  chain: Issuer[]
}

interface Candidate {
  file: Issuer['file']
  certificate: X509Certificate
  key: string
}

interface Doubt {
  problem: ChainProblem
  subject: string
}

interface Chain {
  issuers: readonly Candidate[]
  doubt?: Doubt | undefined
}

interface Failure extends Doubt {
  depth: number
}

/** Our own limits: enough for any real bundle, and they stop one crafted to take forever. */
const maxChain = 10
const maxSteps = 60

/** Finds the chain that OpenSSL builds at a time (Unix ms): one issuer each, no way back (RFC 5280, 6.1). */
export async function findChain(
  clientPem: string,
  authorityPem: string,
  atMs: number,
): Promise<ChainFinding> {
  const [leaf, ...others] = parseAll(clientPem)
  const authorities = parseAll(authorityPem)
  if (!leaf || authorities.length === 0) {
    return { answer: 'unknown', problem: 'unreadable', chain: [] }
  }
  const search = new ChainSearch(orderedCandidates(authorities, others, atMs))
  await search.extend(leaf, { issuers: [] })
  return search.finding()
}

class ChainSearch {
  private readonly candidates: readonly Candidate[]
  private readonly complete: Chain[] = []
  private readonly partial: Chain[] = []
  private readonly failures: Failure[] = []
  private stepsLeft = maxSteps
  private isCutShort = false

  constructor(candidates: readonly Candidate[]) {
    this.candidates = candidates
  }

  /** Follows every chain upwards from a certificate, starting with the one the broker would choose. */
  async extend(below: X509Certificate, { issuers, doubt }: Chain): Promise<void> {
    const depth = issuers.length
    const isTrusted = issuers.at(-1)?.file === 'ca.crt'
    const isOwnIssuer = depth > 0 && isNamedAsIssuer(below, below)
    const isRoot = isOwnIssuer && (await hasSigned(below, below)) !== 'no'
    if (isTrusted) {
      if (isRoot) return void this.complete.push({ issuers, doubt })
      this.partial.push({ issuers, doubt })
    }
    const named = this.candidates.filter(
      ({ file, key, certificate }) =>
        isNamedAsIssuer(certificate, below) &&
        !issuers.some((one) => one.key === key) &&
        // Above a trusted certificate, certificates sent by the client don't count.
        (!isTrusted || file === 'ca.crt'),
    )
    if (named.length === 0) this.failures.push({ ...endOf(below, depth, isRoot), depth })
    if (depth === maxChain) {
      this.isCutShort ||= named.length > 0
      return
    }
    const choice = named.find(({ certificate }) => !hasOtherKeyId(certificate, below))
    for (const issuer of named) {
      this.stepsLeft -= 1
      if (this.stepsLeft < 0) {
        this.isCutShort = true
        return
      }
      const found = await judge(issuer, below, issuers)
      if (found.answer === 'no') {
        this.failures.push({ ...found.doubt, depth: depth + 0.5 })
        continue
      }
      const { subject } = below
      const second: Doubt | undefined =
        issuer === choice ? undefined : { problem: 'second-choice', subject }
      const next = doubt ?? found.doubt ?? second
      await this.extend(issuer.certificate, { issuers: [...issuers, issuer], doubt: next })
    }
  }

  async finding(): Promise<ChainFinding> {
    const sure = this.complete.find(({ doubt }) => !doubt)
    if (sure) return { answer: 'yes', chain: await readChain(sure) }
    const [open] = [...this.complete, ...this.partial]
    if (open) {
      const subject = open.issuers.at(-1)?.certificate.subject ?? ''
      const doubt = open.doubt ?? { problem: 'no-root', subject }
      return { answer: 'unknown', ...doubt, chain: await readChain(open) }
    }
    if (this.isCutShort) return { answer: 'unknown', problem: 'too-many', chain: [] }
    const [deepest] = this.failures.toSorted((one, other) => other.depth - one.depth)
    const { problem = 'other-issuer', subject = '' } = deepest ?? {}
    return { answer: 'no', problem, subject, chain: [] }
  }
}

type Judgement = { answer: 'no'; doubt: Doubt } | { answer: 'yes'; doubt?: Doubt | undefined }

async function judge(
  { certificate }: Candidate,
  below: X509Certificate,
  issuers: readonly Candidate[],
): Promise<Judgement> {
  const of = (problem: ChainProblem): Doubt => ({ problem, subject: certificate.subject })
  const signed = await hasSigned(certificate, below)
  if (signed === 'no') return { answer: 'no', doubt: of('signature') }
  const right = await mayIssue(certificate)
  if (right === 'no') return { answer: 'no', doubt: of('no-authority') }
  const between = issuers.filter(({ certificate: one }) => !isNamedAsIssuer(one, one)).length
  if (between > maxBelow(certificate)) return { answer: 'no', doubt: of('path-length') }
  if (signed === 'unknown') return { answer: 'yes', doubt: of('unsupported') }
  return { answer: 'yes', doubt: right === 'unknown' ? of('rights-unsaid') : undefined }
}

function endOf({ subject }: X509Certificate, depth: number, isRoot: boolean): Doubt {
  if (depth === 0) return { problem: 'other-issuer', subject }
  return { problem: isRoot ? 'other-root' : 'missing-issuer', subject }
}

/** Returns each certificate once, in OpenSSL's order: trusted ones first, of those the currently valid ones. */
function orderedCandidates(
  authorities: readonly X509Certificate[],
  others: readonly X509Certificate[],
  atMs: number,
): Candidate[] {
  const lastingFirst = (one: X509Certificate, other: X509Certificate) =>
    Number(isValidAt(other, atMs)) - Number(isValidAt(one, atMs))
  const all = [
    ...authorities.toSorted(lastingFirst).map((one) => candidate('ca.crt', one)),
    ...others.toSorted(lastingFirst).map((one) => candidate('client.crt', one)),
  ]
  return all.filter(({ key }, at) => all.findIndex((one) => one.key === key) === at)
}

function isValidAt({ notBefore, notAfter }: X509Certificate, atMs: number): boolean {
  return notBefore.getTime() <= atMs && atMs <= notAfter.getTime()
}

function candidate(file: Issuer['file'], certificate: X509Certificate): Candidate {
  return { file, certificate, key: toHex(new Uint8Array(certificate.rawData)) }
}

function readChain({ issuers }: Chain): Promise<Issuer[]> {
  return Promise.all(
    issuers.map(async ({ file, certificate }) => ({
      file,
      certificate: await certificateReadingOf(certificate),
    })),
  )
}
