export interface FieldProblem {
  pointer: string
  detail: string
  code?: string
}

/** What the server said was wrong (RFC 9457), or, with status 0, that it could not be reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string | undefined
  readonly errors: readonly FieldProblem[]
  /** What else it tells (RFC 9457, 3.2), by the names of its members. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(init: {
    type?: string
    title?: string
    status: number
    detail?: string
    errors?: FieldProblem[]
    [member: string]: unknown
  }) {
    super(init.detail ?? init.title ?? `HTTP ${init.status}`)
    this.type = init.type ?? 'about:blank'
    this.title = init.title ?? ''
    this.status = init.status
    this.detail = init.detail
    this.errors = init.errors ?? []
    this.members = init
  }

  get isOffline(): boolean {
    return this.status === 0
  }

  get isConflict(): boolean {
    return this.status === 412
  }
}

/** Makes an ApiProblem of whatever the client throws; an aborted request stays what it is. */
export function toProblem(error: unknown, response: Response | undefined): unknown {
  if (error instanceof ApiProblem) return error
  if (!response) return isAbort(error) ? error : new ApiProblem({ status: 0 })
  const body = typeof error === 'object' && error !== null ? error : {}
  return new ApiProblem({ ...body, status: response.status })
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

export const isProblem = (error: unknown, status?: number): error is ApiProblem =>
  error instanceof ApiProblem && (status === undefined || error.status === status)
