/** A tab works alone without Web Locks or BroadcastChannel: on plain http, or where site data is blocked. */

type Envelope<Message> =
  | { kind: 'message'; message: Message }
  | { kind: 'question'; question: string }
  | { kind: 'answer'; question: string; message: Message | undefined }

const answerLimitMs = 450
const lateAnswerMs = 50

/** Messages and questions between the tabs of one origin. */
export class TabChannel<Message> {
  private readonly name: string
  private readonly locks: LockManager | undefined
  private channel: BroadcastChannel | undefined
  private readonly answers = new Map<string, (message: Message | undefined) => void>()

  /** `onMessage` receives messages from other tabs; `answer` returns this tab's answer to their questions. */
  constructor(
    name: string,
    onMessage: (message: Message) => void,
    answer: () => Message | undefined,
  ) {
    this.name = name
    this.locks = lockManager()
    if (!this.locks) return
    this.channel = openChannel(name)
    if (!this.channel) return
    // Held for the lifetime of the tab so that tabs can be counted; the browser releases it automatically.
    this.locks
      .request(this.presence, { mode: 'shared' }, () => new Promise(() => {}))
      .catch(() => this.standAlone())
    this.channel.addEventListener('message', ({ data }: MessageEvent<Envelope<Message>>) => {
      if (data.kind === 'message') onMessage(data.message)
      else if (data.kind === 'answer') this.answers.get(data.question)?.(data.message)
      else this.send({ kind: 'answer', question: data.question, message: answer() })
    })
  }

  post(message: Message): void {
    this.send({ kind: 'message', message })
  }

  /** Collects the answers of the other tabs, waiting at most half a second for frozen ones. Never rejects. */
  async gather(): Promise<Message[]> {
    const others = await this.countOthers()
    if (others === 0) return []
    const question = `${performance.now()}-${Math.random()}`
    const messages: Message[] = []
    await new Promise<void>((resolve) => {
      let limit = setTimeout(() => {
        limit = setTimeout(resolve, lateAnswerMs)
      }, answerLimitMs)
      let answered = 0
      this.answers.set(question, (message) => {
        if (message !== undefined) messages.push(message)
        answered += 1
        if (answered < others) return
        clearTimeout(limit)
        resolve()
      })
      this.send({ kind: 'question', question })
    })
    this.answers.delete(question)
    return messages
  }

  /** Runs `work` while no other tab runs its own. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (!this.channel || !this.locks) return work()
    let isBegun = false
    try {
      return await this.locks.request(`${this.name}-turn`, () => {
        isBegun = true
        return work()
      })
    } catch (error) {
      if (isBegun) throw error
      this.standAlone()
      return work()
    }
  }

  private get presence(): string {
    return `${this.name}-tab`
  }

  private send(envelope: Envelope<Message>): void {
    this.channel?.postMessage(envelope)
  }

  private async countOthers(): Promise<number> {
    if (!this.channel || !this.locks) return 0
    try {
      const { held = [] } = await this.locks.query()
      return Math.max(0, held.filter(({ name }) => name === this.presence).length - 1)
    } catch {
      this.standAlone()
      return 0
    }
  }

  /** Without the lock, two tabs would renew a session at the same time, so nothing is shared. */
  private standAlone(): void {
    this.channel?.close()
    this.channel = undefined
  }
}

function lockManager(): LockManager | undefined {
  try {
    return globalThis.navigator?.locks
  } catch {
    return undefined
  }
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}
