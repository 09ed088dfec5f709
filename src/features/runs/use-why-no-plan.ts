import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'

const actions = ['sendCommand', 'suspend', 'reactivate'] as const

/** Returns why the user may plan no run at all; undefined when at least one kind of run is allowed. */
export function useWhyNoPlan(): string | undefined {
  const whyForbidden = useWhyForbidden()
  const reasons = actions.map(whyForbidden)
  return reasons.includes(undefined) ? undefined : reasons[0]
}
