// Snoozes on this device. Each user has their own, in each organization.
import { useMemo, useSyncExternalStore } from 'react'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { type Snooze, readSnooze } from '@/domain/attention/snooze'
import { parseJson } from '@/lib/json-text'
import { personAlias } from '@/lib/person-alias'
import {
  getTextPreference,
  setTextPreference,
  subscribeToPreferences,
} from '@/lib/preferences-as-text'

/** Returns the snoozes, and the function to replace them, which returns false if the browser keeps nothing. */
export function useSnoozes() {
  const username = usePerson()?.username ?? ''
  const name = `snoozes.${personAlias(`${username}\n${useDataScope()}`)}`
  const text = useSyncExternalStore(subscribeToPreferences, () => getTextPreference(name))
  const snoozes = useMemo(() => readSnoozes(text), [text])
  const save = (next: readonly Snooze[]) =>
    setTextPreference(name, next.length > 0 ? JSON.stringify(next) : null)
  return { snoozes, save }
}

function readSnoozes(text: string | null): readonly Snooze[] {
  const stored: unknown = text === null ? [] : parseJson(text)
  return Array.isArray(stored) ? stored.flatMap((one) => readSnooze(one) ?? []) : []
}
