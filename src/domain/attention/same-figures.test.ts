// The figures of the overview, the menu, the certificates page and the list's facet about one fleet.
import { expect, it } from 'vitest'
import type { AttentionKey } from './attention-rules'
import { anyPlants, nowMs, survey } from './test-plants'
import { defaultThresholds } from '@/domain/certificates/certificate-thresholds'
import { facetValueOf } from '@/domain/fleet/test-plain-list'
import { certificateAlarm } from '@/domain/renewals/certificate-alarm'
import { CertificateSurveyor } from '@/domain/renewals/certificate-survey'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

it('the queue, the menu, the certificates page and the list’s facet count the same certificates', () => {
  fc.assert(
    fc.property(anyPlants, (plants) => {
      const { groups } = survey(plants)
      const inQueue = (key: AttentionKey) =>
        groups.find((group) => group.key === key)?.plants.length ?? 0
      const [expired, urgent] = [inQueue('expired'), inQueue('week')]

      const alarm = certificateAlarm({ atRiskPlants: { items: plants, unreadable: 0 } }, nowMs)
      expect(alarm?.count ?? 0).toBe(expired + urgent)

      const page = new CertificateSurveyor({ limits: defaultThresholds, span: undefined, nowMs })
      for (const plant of plants) page.add(plant, nowMs)
      const { atRisk } = runSteps(page.finish())
      const ofGrade = (grade: string) => atRisk.filter((one) => one.grade === grade).length
      expect([ofGrade('expired'), ofGrade('urgent')]).toEqual([expired, urgent])
      expect(ofGrade('soon')).toBe(inQueue('month'))

      const inFacet = (bucket: string) =>
        plants.filter((plant) => facetValueOf(plant, 'cert', nowMs) === bucket).length
      expect([inFacet('expired'), inFacet('week')]).toEqual([expired, urgent])
    }),
  )
})
