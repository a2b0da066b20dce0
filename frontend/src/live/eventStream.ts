/** One server-sent event as it came (WHATWG HTML, 9.2.6). */
export interface StreamedEvent {
  event: string
  data: string
  id: string | null
}

const LINE_END = /\r\n|\r|\n/

/**
 * The events of a streamed answer, one by one. `onSign` is called at each sign of life, comments included.
 * The browser's own EventSource sends no access token, so the answer is read here.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onSign: () => void = () => {},
): AsyncGenerator<StreamedEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  let fields: string[] = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onSign()
      const lines = (rest + value).split(LINE_END)
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line !== '') {
          fields.push(line)
          continue
        }
        const event = eventOf(fields)
        fields = []
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** Null where the block holds no data: a comment, or the time after which to come back. */
function eventOf(fields: readonly string[]): StreamedEvent | null {
  const values = (name: string) =>
    fields
      .filter((field) => field.startsWith(`${name}:`))
      .map((field) => field.slice(name.length + 1).replace(/^ /, ''))
  const data = values('data')
  if (data.length === 0) return null
  return {
    event: values('event').at(-1) ?? 'message',
    data: data.join('\n'),
    id: values('id').at(-1) ?? null,
  }
}
