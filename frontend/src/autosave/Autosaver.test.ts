import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/api/problem'
import type { Versioned } from '@/api/record'
import { Autosaver } from './Autosaver'

interface Practice {
  title: string
  summary: string
}

const offline = () => Promise.reject(new ApiProblem({ status: 0 }))
const stale = () => Promise.reject(new ApiProblem({ status: 412 }))

/** A server with one record and versions "1", "2", … */
function aServer(data: Practice) {
  let version = 1
  const current = (): Versioned<Practice> => ({ data: { ...data }, etag: `"${version}"` })
  const write = (changes: Partial<Practice>) => {
    Object.assign(data, changes)
    version += 1
    return current()
  }
  const save = vi.fn((changes: Partial<Practice>, etag: string) =>
    etag === current().etag ? Promise.resolve(write(changes)) : stale(),
  )
  return { save, load: () => Promise.resolve(current()), current, write }
}

const begin = (server: ReturnType<typeof aServer>) =>
  new Autosaver<Practice>({
    record: 'practice:1',
    start: server.current(),
    save: server.save,
    load: server.load,
  })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an autosaved record', () => {
  it('saves once after a pause in typing, only what changed, naming the version', async () => {
    const server = aServer({ title: '', summary: 'S' })
    const autosaver = begin(server)

    autosaver.change({ title: 'Sa', summary: 'S' })
    autosaver.change({ title: 'Safe', summary: 'S' })
    await vi.runAllTimersAsync()

    expect(server.save.mock.calls).toEqual([[{ title: 'Safe' }, '"1"']])
    expect(autosaver.getState().kind).toBe('saved')
    expect(localStorage).toHaveLength(0)
  })

  it('follows what somebody else saved, but never under the hands of who writes', async () => {
    const server = aServer({ title: 'Safe', summary: '' })
    const autosaver = begin(server)
    const shown: Practice[] = []
    autosaver.onMerged((values) => shown.push(values))

    autosaver.follow(server.write({ title: 'Safer' }))
    autosaver.change({ title: 'Safer', summary: 'Mine' })
    autosaver.follow(server.write({ title: 'Safest' }))
    await vi.runAllTimersAsync()

    expect(shown.map(({ title }) => title)).toEqual(['Safer', 'Safest'])
    expect(server.current().data).toEqual({ title: 'Safest', summary: 'Mine' })
  })

  it('keeps what is unfinished on this device, and tells the server of it once', async () => {
    const server = aServer({ title: '', summary: '' })
    const wholeLines = (text = '') => text.replace(/[^.]*$/, '')
    const options = {
      record: 'practice:1',
      start: server.current(),
      unfinished: ({ summary }: Practice) => (summary.endsWith('.') ? [] : (['summary'] as const)),
      save: vi.fn((changes: Partial<Practice>, etag: string) =>
        server.save({ ...changes, summary: wholeLines(changes.summary) }, etag),
      ),
      load: server.load,
    }
    const autosaver = new Autosaver<Practice>(options)

    autosaver.change({ title: 'T', summary: 'Whole. Hal' })
    await vi.runAllTimersAsync()
    await autosaver.flush()
    const reopened = new Autosaver<Practice>(options)
    reopened.change({ title: 'T', summary: 'Whole. Half.' })
    await vi.runAllTimersAsync()

    expect(options.save.mock.calls).toEqual([
      [{ title: 'T', summary: 'Whole. Hal' }, '"1"'],
      [{ summary: 'Whole. Half.' }, '"2"'],
    ])
    expect(reopened.values.summary).toBe('Whole. Half.')
    expect(localStorage).toHaveLength(0)
  })

  it('survives a closed tab', async () => {
    const server = aServer({ title: '', summary: '' })
    begin(server).change({ title: 'Typed before the tab closed', summary: '' })

    const reopened = begin(server)
    const disconnect = reopened.connect()
    expect(reopened.values.title).toBe('Typed before the tab closed')
    await vi.advanceTimersByTimeAsync(10)

    expect(server.current().data.title).toBe('Typed before the tab closed')
    disconnect()
  })

  it('keeps what was typed without a line and sends it when the line is back', async () => {
    const server = aServer({ title: '', summary: '' })
    const autosaver = begin(server)
    const disconnect = autosaver.connect()
    server.save.mockImplementationOnce(offline)

    autosaver.change({ title: 'Written on a train', summary: '' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(autosaver.getState().kind).toBe('offline')
    expect(localStorage).toHaveLength(1)

    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(10)
    expect(server.current().data.title).toBe('Written on a train')
    disconnect()
  })

  it('goes on saving what is typed while a save is under way', async () => {
    const server = aServer({ title: '', summary: '' })
    const autosaver = begin(server)

    autosaver.change({ title: 'One', summary: '' })
    const saving = autosaver.flush()
    autosaver.change({ title: 'One and two', summary: '' })
    await saving
    await vi.runAllTimersAsync()

    expect(server.current().data.title).toBe('One and two')
  })

  it('merges silently when somebody else changed another field', async () => {
    const server = aServer({ title: 'T', summary: 'S' })
    const autosaver = begin(server)
    server.write({ summary: 'Theirs' })
    const shown = vi.fn()
    autosaver.onMerged(shown)

    autosaver.change({ title: 'Mine', summary: 'S' })
    await vi.runAllTimersAsync()

    expect(server.current().data).toEqual({ title: 'Mine', summary: 'Theirs' })
    expect(shown).toHaveBeenCalledWith({ title: 'Mine', summary: 'Theirs' })
  })

  it('asks when both changed the same field, and saves what was chosen', async () => {
    const server = aServer({ title: 'T', summary: 'S' })
    const autosaver = begin(server)
    server.write({ title: 'Theirs' })

    autosaver.change({ title: 'Mine', summary: 'S' })
    await vi.runAllTimersAsync()
    expect(autosaver.getState()).toMatchObject({
      kind: 'conflict',
      conflict: { fields: ['title'], mine: { title: 'Mine' }, theirs: { title: 'Theirs' } },
    })

    await autosaver.resolve({ title: 'Mine', summary: 'S' })
    expect(server.current().data.title).toBe('Mine')
    expect(localStorage).toHaveLength(0)
  })

  it('keeps a record that is not begun yet on this device until it is ready, and under its name from then on', async () => {
    const server = aServer({ title: '', summary: '' })
    let isBegun = false
    const begin = () => {
      isBegun = true
      autosaver.moveTo('practice:1', server.current())
      return server.current().etag
    }
    const autosaver = new Autosaver<Practice>({
      record: 'practice:new',
      start: { data: { title: '', summary: '' }, etag: '' },
      isReady: ({ title }) => title !== '',
      save: (changes, etag) => server.save(changes, isBegun ? etag : begin()),
      load: server.load,
    })

    autosaver.change({ title: '', summary: 'First the summary' })
    await vi.runAllTimersAsync()
    expect(server.save).not.toHaveBeenCalled()
    expect(localStorage.key(0)).toBe('champions.draft.practice:new')

    server.save.mockImplementationOnce(offline)
    autosaver.change({ title: 'Then the title', summary: 'First the summary' })
    await vi.advanceTimersByTimeAsync(1_100)
    expect(localStorage.key(0)).toBe('champions.draft.practice:1')

    await autosaver.flush()
    expect(server.current().data).toEqual({ title: 'Then the title', summary: 'First the summary' })
    expect(localStorage).toHaveLength(0)
  })
})
