// The signed-in user, with one session for all tabs. Tokens are never in `localStorage`.
import type { Credentials, Tokens } from './oauth'
import { loadOAuth } from './oauth-part'
import { OrganizationChoice } from './organization-choice'
import { type Grant, endsAtMs, firstGrant, isNewer, renewAtMs } from './session-grant'
import { forget, forgetGrant, isEnded, keep, markEnded, readKept } from './session-kept'
import { type SessionEnd, type TabMessage, endBy, renewGrant } from './session-renewal'
import type { SessionState } from './session-state'
import type { RuntimeConfig } from '@/api/config'
import { NotSentError } from '@/api/errors'
import { ownName } from '@/lib/base-path'
import { createListeners } from '@/lib/listeners'
import { TabChannel } from '@/lib/tab-channel'

/** The sign-in of this tab: restores, renews and ends it, and agrees with the other tabs. */
export class Session {
  private state: SessionState = { phase: 'restoring' }
  private grant: Grant | undefined
  private renewing: Promise<string> | undefined
  private restoring: Promise<void> | undefined
  /** Reason why the restored session has ended; not reported, because the user never saw that session. */
  private endedUnseen: SessionEnd | undefined
  /** Session ids by access token, for tokens that pending calls of the present session may still hold. */
  private readonly sessionOfToken = new Map<string, string>()
  private readonly listeners = createListeners()
  private readonly config: RuntimeConfig
  readonly organization: OrganizationChoice
  private readonly tabs: TabChannel<TabMessage>

  constructor(config: RuntimeConfig) {
    this.config = config
    this.organization = new OrganizationChoice(config)
    this.tabs = new TabChannel<TabMessage>(
      ownName('plantdeck'),
      (message) => this.hear(message),
      () => this.grantMessage(),
    )
  }

  readonly getState = (): SessionState => this.state

  readonly subscribe = this.listeners.add

  /** Called before a token is given out, to this tab or another one; it may end the session. */
  beforeUse: () => void = () => {}

  /** Restores the session of this tab or another one. Rejects without a usable response; call it again to retry. */
  async restore(): Promise<void> {
    if (this.state.phase !== 'restoring') return
    this.restoring ??= this.takeUp().finally(() => {
      this.restoring = undefined
    })
    return this.restoring
  }

  /** Signs in with the password grant. Throws the error of the token endpoint. */
  async signIn(credentials: Credentials): Promise<void> {
    const { requestTokens } = await loadOAuth('signIn')
    this.begin(credentials, await requestTokens(this.config, credentials))
  }

  /** Begins the session of a user who has signed in, in all tabs. */
  begin(user: Pick<Credentials, 'clientId' | 'username'>, tokens: Tokens): void {
    // A closed or frozen tab may still hold the previous session and must not restore it.
    if (this.grant) markEnded(this.grant.sessionId)
    this.adopt(firstGrant(user, tokens), false)
    this.tellGrant()
  }

  /** Signs out in every tab immediately; the server is notified afterwards and need not respond. */
  signOut(why: 'signed-out' | 'idle' = 'signed-out'): void {
    const grant = this.grant ?? (this.state.phase === 'restoring' ? readKept() : undefined)
    if (!grant) return this.become({ phase: 'signed-out', why })
    const { sessionId } = grant
    this.end(sessionId, why)
    const whyElsewhere = why === 'idle' ? why : 'signed-out-elsewhere'
    this.tabs.post({ kind: 'signed-out', sessionId, why: whyElsewhere })
    this.revoke(grant.clientId, grant.refreshToken ?? grant.accessToken)
  }

  /** Shows another organization in this tab; other tabs keep theirs. */
  switchOrganization(organizationId: string): void {
    if (this.state.phase !== 'signed-in' || !this.grant) return
    this.organization.choose(this.state.person.username, organizationId)
    this.adopt(this.grant, false)
  }

  /** Returns an access token that has not expired. Rejects when the session is over. */
  readonly accessToken = async (): Promise<string> => {
    this.beforeUse()
    const { grant } = this
    if (!grant || this.state.phase === 'over') throw new NotSentError('signed-out')
    if (renewAtMs(grant) > performance.now()) return grant.accessToken
    try {
      return await this.renew(grant.accessToken)
    } catch (error) {
      // A failed early renewal is harmless: the current token is valid until it expires.
      const isGood = this.isSignedIn() && endsAtMs(grant) > performance.now()
      if (isGood && !isSignedOut(error)) return grant.accessToken
      throw error
    }
  }

  /** Returns another token of the same session and user than `refused`; callers and tabs share one renewal. */
  readonly renew = async (refused: string): Promise<string> => {
    const sessionId = this.sessionOfToken.get(refused)
    const renewed = await this.anotherThan(refused)
    // A token of an earlier session isn't known any more.
    if (this.grant?.sessionId !== sessionId) throw new NotSentError('signed-out')
    return renewed
  }

  private async anotherThan(refused: string): Promise<string> {
    if (this.grant && this.grant.accessToken !== refused) return this.grant.accessToken
    this.renewing ??= this.tabs
      .exclusively(() => this.renewInTurn(refused))
      .finally(() => {
        this.renewing = undefined
      })
    return this.renewing
  }

  private async takeUp(): Promise<void> {
    const kept = readKept()
    const isOver = kept !== undefined && isEnded(kept.sessionId)
    if (!kept || isOver) {
      this.adoptNewest(await this.tabs.gather())
    } else if (endsAtMs(kept) > performance.now()) {
      this.adopt(kept, false)
      // Not awaited: the other tabs may have a newer session.
      void this.tabs.gather().then((messages) => this.adoptNewest(messages))
    } else {
      this.grant = kept
      await this.anotherThan(kept.accessToken).catch((error: unknown) => {
        if (!isSignedOut(error)) throw error
      })
    }
    if (this.isSignedIn()) return
    forget()
    this.grant = undefined
    const why = 'why' in this.state ? this.state.why : this.endedUnseen
    this.endedUnseen = undefined
    this.become({ phase: 'signed-out', why: isOver ? 'ended-elsewhere' : why })
  }

  private async renewInTurn(refused: string): Promise<string> {
    // Another tab may have used this refresh token while we waited, and sending a used token ends the session.
    this.adoptNewest(await this.tabs.gather())
    const { grant } = this
    if (!grant || this.state.phase === 'over' || this.endedUnseen)
      throw new NotSentError('signed-out')
    if (grant.accessToken !== refused) return grant.accessToken
    if (!grant.refreshToken) return this.giveUp(grant, 'not-renewable')
    try {
      const renewed = await renewGrant(this.config, grant, grant.refreshToken)
      if (this.grant?.sessionId !== grant.sessionId) {
        this.revoke(grant.clientId, renewed.refreshToken)
        throw new NotSentError('signed-out')
      }
      this.adopt(renewed, false)
      this.tellGrant()
      return renewed.accessToken
    } catch (error) {
      const why = endBy(error)
      if (why) return this.giveUp(grant, why)
      throw error
    }
  }

  private revoke(clientId: string, token: string | undefined): void {
    if (!token) return
    void loadOAuth('signOut')
      .then(({ revokeToken }) => revokeToken(this.config, clientId, token))
      .catch(() => undefined)
  }

  private giveUp({ sessionId }: Grant, why: SessionEnd): never {
    this.over(sessionId, why)
    this.tabs.post({ kind: 'over', sessionId, why })
    throw new NotSentError('signed-out')
  }

  private hear(message: TabMessage): void {
    if (message.kind === 'grant') this.adoptNewest([message])
    else if (message.sessionId !== this.grant?.sessionId) return
    else if (message.kind === 'over') this.over(message.sessionId, message.why)
    else this.end(message.sessionId, message.why)
  }

  private adoptNewest(messages: TabMessage[]): void {
    for (const message of messages) {
      if (message.kind !== 'grant' || isEnded(message.grant.sessionId)) continue
      const { grant, ageMs } = message
      const held = this.grant && isEnded(this.grant.sessionId) ? undefined : this.grant
      if (!isNewer(grant, held)) continue
      this.adopt({ ...grant, receivedAtMs: performance.now() - ageMs }, true)
    }
  }

  private adopt(grant: Grant, isByAnotherTab: boolean): void {
    if (this.grant?.sessionId !== grant.sessionId) this.sessionOfToken.clear()
    this.grant = grant
    this.sessionOfToken.set(grant.accessToken, grant.sessionId)
    if (this.config.persistSession === 'tab') keep(grant)
    this.become({ phase: 'signed-in', person: this.organization.personOf(grant), isByAnotherTab })
  }

  private over(sessionId: string, why: SessionEnd): void {
    if (this.grant?.sessionId !== sessionId || this.state.phase === 'over') return
    forgetGrant()
    if (this.state.phase === 'restoring') this.endedUnseen = why
    else this.become({ phase: 'over', person: this.organization.personOf(this.grant), why })
  }

  private end(sessionId: string, why: SessionEnd): void {
    this.grant = undefined
    this.sessionOfToken.clear()
    this.organization.forget()
    forget()
    markEnded(sessionId)
    this.become({ phase: 'signed-out', why })
  }

  private grantMessage(): TabMessage | undefined {
    this.beforeUse()
    const { grant } = this
    // Restoring tabs also share their stored grant: when many tabs reload, only one has the newest.
    if (!grant || !['restoring', 'signed-in'].includes(this.state.phase)) return undefined
    return { kind: 'grant', grant, ageMs: performance.now() - grant.receivedAtMs }
  }

  private tellGrant(): void {
    const message = this.grantMessage()
    if (message) this.tabs.post(message)
  }

  private isSignedIn(): boolean {
    return this.state.phase === 'signed-in'
  }

  private become(state: SessionState): void {
    this.state = state
    this.listeners.notify()
  }
}

function isSignedOut(error: unknown): boolean {
  return error instanceof NotSentError && error.reason === 'signed-out'
}
