export interface Call<T> {
  schema: import('zod/mini').ZodMiniType<T, unknown>
  operation: string
  method: string
  path: string
  query?: object
  body?: string
  requestClass: string
  textMembers?: string[]
  signal?: AbortSignal
}
export async function request<T>(_: Call<T>): Promise<T> {
  throw new Error('soon')
}
