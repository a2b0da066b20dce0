import { describe, expect, it } from 'vitest'
import { readEvents, type StreamedEvent } from './eventStream'

async function read(...chunks: string[]): Promise<StreamedEvent[]> {
  const bytes = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(bytes.encode(chunk))
      controller.close()
    },
  })
  const events: StreamedEvent[] = []
  for await (const event of readEvents(body)) events.push(event)
  return events
}

describe('reading server-sent events', () => {
  it('takes name, number and data', async () => {
    expect(await read('event: room\nid: 41\ndata: {"a":1}\n\n')).toEqual([
      { event: 'room', id: '41', data: '{"a":1}' },
    ])
  })

  it('puts together what the line has cut, in the middle of a letter too', async () => {
    const whole = new TextEncoder().encode('data: Délégué\n\ndata: two\n\n')
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of whole) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    const data: string[] = []
    for await (const event of readEvents(body)) data.push(event.data)
    expect(data).toEqual(['Délégué', 'two'])
  })

  it('passes over comments and times to come back, and joins lines of data', async () => {
    expect(await read('retry: 1000\n\n: ping\n\ndata: a\ndata: b\n\n')).toEqual([
      { event: 'message', id: null, data: 'a\nb' },
    ])
  })

  it('drops what was cut off before its end', async () => {
    expect(await read('data: whole\n\ndata: half')).toHaveLength(1)
  })
})
