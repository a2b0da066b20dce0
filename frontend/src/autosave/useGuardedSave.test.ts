import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ApiProblem } from '@/api/problem'
import { useGuardedSave } from './useGuardedSave'

interface Fields {
  title: string
  due: string
}

/** A server that holds one record and refuses a change of an older version. */
function serverWith(data: Fields, version = 1) {
  const server = {
    data,
    version,
    versioned: () => ({ data: server.data, etag: String(server.version) }),
    save: async (changes: Partial<Fields>, etag: string) => {
      if (etag !== String(server.version)) throw new ApiProblem({ status: 412 })
      server.data = { ...server.data, ...changes }
      server.version += 1
    },
    load: async () => server.versioned(),
  }
  return server
}

const formOn = (server: ReturnType<typeof serverWith>) =>
  renderHook(() =>
    useGuardedSave<Fields>({ start: server.versioned(), save: server.save, load: server.load }),
  )

it('puts my change on top of somebody else’s change of another field', async () => {
  const server = serverWith({ title: 'Calls', due: '2026-09-30' })
  const { result } = formOn(server)
  await server.save({ due: '2026-12-31' }, '1')

  await act(() => result.current.submit({ title: 'Regional calls', due: '2026-09-30' }))

  expect(server.data).toEqual({ title: 'Regional calls', due: '2026-12-31' })
})

it('asks where both changed the same field, and saves what was chosen', async () => {
  const server = serverWith({ title: 'Calls', due: '2026-09-30' })
  const { result } = formOn(server)
  await server.save({ title: 'Theirs' }, '1')

  let saved = Promise.resolve()
  act(() => {
    saved = result.current.submit({ title: 'Mine', due: '2026-09-30' })
  })
  await waitFor(() => expect(result.current.conflict?.fields).toEqual(['title']))
  await act(async () => {
    await result.current.resolve({ title: 'Ours', due: '2026-09-30' })
    await saved
  })

  expect(server.data.title).toBe('Ours')
  expect(result.current.conflict).toBeNull()
})
