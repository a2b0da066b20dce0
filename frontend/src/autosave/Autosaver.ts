import { type ApiProblem, isProblem } from '@/api/problem'
import type { Versioned } from '@/api/record'
import { dropDraft, readDraft, writeDraft } from './draftStore'
import { changesFrom, conflictingFields } from './merge'

export interface Conflict<V> {
  fields: (keyof V)[]
  /** What both began with. */
  base: V
  mine: V
  theirs: V
}

export type SaveState<V> =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'offline' }
  | { kind: 'failed'; problem: ApiProblem }
  | { kind: 'conflict'; conflict: Conflict<V> }

export interface AutosaveOptions<V> {
  /** Names the record on this device: "practice:0198…". */
  record: string
  /** What the server holds now. */
  start: Versioned<V>
  save: (changes: Partial<V>, etag: string) => Promise<Versioned<V>>
  /** Reads what the server holds, after somebody else changed it. */
  load: () => Promise<Versioned<V>>
  /** Until it holds, what is typed stays on this device: a record that is not begun yet needs its title first. */
  isReady?: (values: V) => boolean
  /** Fields of which the server takes only a part for now, as long as somebody is in the middle of them: all of it stays on this device. */
  unfinished?: (values: V) => readonly (keyof V)[]
  delay?: number
}

const DELAY = 1_000
const RETRY = 15_000

/**
 * Saves what is typed: at once on this device, a moment later on the server, naming the version it changes. Fields that
 * somebody else changed meanwhile are merged; only where both changed the same field is the person asked.
 */
export class Autosaver<V extends object> {
  private record: string
  private base: V
  /** What was last sent of fields that are unfinished; otherwise as `base`. */
  private told: V
  private etag: string
  private changes: Partial<V>
  private state: SaveState<V> = { kind: 'idle' }
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private readonly listeners = new Set<() => void>()
  private readonly mergeListeners = new Set<(values: V) => void>()

  constructor(private readonly options: AutosaveOptions<V>) {
    this.record = options.record
    const draft = readDraft<V>(this.record)
    this.base = draft?.base ?? options.start.data
    this.told = this.base
    this.etag = draft?.etag ?? options.start.etag
    this.changes = draft?.changes ?? {}
  }

  /** The fields as the person left them, in this tab or in one that was closed. */
  get values(): V {
    return { ...this.base, ...this.changes }
  }

  get version(): string {
    return this.etag
  }

  getState = (): SaveState<V> => this.state

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Tells what the fields hold after somebody else's changes came in, so that the form shows them and does not undo them. */
  onMerged(listener: (values: V) => void): () => void {
    this.mergeListeners.add(listener)
    return () => this.mergeListeners.delete(listener)
  }

  /** Takes in what somebody else saved meanwhile, as long as nothing of one's own is under way. */
  follow(theirs: Versioned<V>): void {
    if (this.hasChanges || this.running || this.state.kind === 'conflict') return
    this.base = theirs.data
    this.told = theirs.data
    this.etag = theirs.etag
    for (const listener of this.mergeListeners) listener(this.values)
  }

  /** The record has been begun on the server: from now on what is typed changes that one, and is kept under its name. */
  moveTo(record: string, begun: Versioned<V>): void {
    const { values } = this
    dropDraft(this.record)
    this.record = record
    this.base = begun.data
    this.told = begun.data
    this.etag = begun.etag
    this.changes = changesFrom(this.base, values)
    if (this.hasChanges) this.keep()
  }

  /** Begins to listen for the line coming back; sends what an earlier tab left behind. */
  connect(): () => void {
    window.addEventListener('online', this.retry)
    if (this.hasChanges) this.schedule(0)
    return () => {
      window.removeEventListener('online', this.retry)
      clearTimeout(this.timer)
      void this.flush()
    }
  }

  change(values: V): void {
    this.changes = changesFrom(this.base, values)
    if (!this.hasChanges) {
      clearTimeout(this.timer)
      dropDraft(this.record)
      return
    }
    this.keep()
    if (this.hasNews && this.state.kind !== 'conflict') this.schedule(this.options.delay ?? DELAY)
  }

  /** Saves now: before submitting, or when leaving. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    while (this.running) await this.running
    if (!this.hasNews || !this.isReady || this.state.kind === 'conflict') return
    this.running = this.send().finally(() => {
      this.running = null
    })
    await this.running
  }

  /** After a conflict: these values go on top of theirs. */
  async resolve(chosen: V): Promise<void> {
    this.changes = changesFrom(this.base, chosen)
    this.set({ kind: 'idle' })
    if (this.hasChanges) this.keep()
    else dropDraft(this.record)
    await this.flush()
  }

  private get isReady(): boolean {
    return this.options.isReady?.(this.values) ?? true
  }

  private get hasChanges(): boolean {
    return Object.keys(this.changes).length > 0
  }

  private get hasNews(): boolean {
    return Object.keys(changesFrom(this.told, this.values)).length > 0
  }

  private retry = (): void => this.schedule(0)

  private schedule(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), delay)
  }

  private keep(): void {
    writeDraft<V>(this.record, { changes: this.changes, base: this.base, etag: this.etag })
  }

  private async send(): Promise<void> {
    const sent = this.values
    this.set({ kind: 'saving' })
    try {
      this.accept(await this.options.save(this.changes, this.etag), sent)
    } catch (error) {
      if (isProblem(error, 412)) await this.merge().catch(this.fail)
      else this.fail(error)
    }
  }

  private fail = (error: unknown): void => {
    if (!isProblem(error)) throw error
    this.set(error.isOffline ? { kind: 'offline' } : { kind: 'failed', problem: error })
    if (error.isOffline || error.status >= 500) this.schedule(RETRY)
  }

  private accept(saved: Versioned<V>, sent: V): void {
    const typedSince = changesFrom(sent, this.values)
    const unfinished = Object.fromEntries(
      (this.options.unfinished?.(sent) ?? []).map((field) => [field, sent[field]]),
    ) as Partial<V>
    this.base = saved.data
    this.told = { ...saved.data, ...unfinished }
    this.etag = saved.etag
    this.changes = { ...unfinished, ...typedSince }
    if (this.hasChanges) this.keep()
    else dropDraft(this.record)
    if (this.hasNews) this.schedule(this.options.delay ?? DELAY)
    this.set({ kind: 'saved', at: new Date() })
  }

  private async merge(): Promise<void> {
    const theirs = await this.options.load()
    const { base } = this
    const fields = conflictingFields(base, this.changes, theirs.data)
    this.base = theirs.data
    this.told = theirs.data
    this.etag = theirs.etag
    this.keep()
    if (fields.length === 0) {
      for (const listener of this.mergeListeners) listener(this.values)
      return this.send()
    }
    this.set({ kind: 'conflict', conflict: { fields, base, mine: this.values, theirs: theirs.data } })
  }

  private set(state: SaveState<V>): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
