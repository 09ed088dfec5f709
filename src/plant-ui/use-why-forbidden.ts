import { usePerson } from '@/api/session/session-context'
import { type GuardedAction, whyForbidden } from '@/domain/actions/permission'

/** Returns a function that tells why the signed-in user may not perform an action; undefined when the server decides. */
export function useWhyForbidden(): (action: GuardedAction) => string | undefined {
  const person = usePerson()
  return (action) => person && whyForbidden(person, action)
}
