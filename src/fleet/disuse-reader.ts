import type { SharedValues } from './growing-columns'
import { disuseOf } from '@/domain/certificates/certificate-expiry'

/** The columns that decide whether a plant uses its certificate. */
interface CredentialColumns {
  authMethod: SharedValues
  lifecycleStatus: SharedValues
}

/**
 * Returns a function that says why the plant in a row does not use its certificate, as `disuseOf` does. Each pair of
 * values is judged once, because a fleet has few pairs and many plants.
 */
export function disuseReader({ authMethod, lifecycleStatus }: CredentialColumns) {
  const judged: { disuse: ReturnType<typeof disuseOf> }[][] = []
  return (row: number): ReturnType<typeof disuseOf> => {
    const [method = 0, lifecycle = 0] = [authMethod.codes[row], lifecycleStatus.codes[row]]
    const known = judged[method]?.[lifecycle]
    if (known) return known.disuse
    const disuse = disuseOf({
      authMethod: authMethod.at(row),
      lifecycleStatus: lifecycleStatus.at(row),
    })
    judged[method] ??= []
    judged[method][lifecycle] = { disuse }
    return disuse
  }
}
