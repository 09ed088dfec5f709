import type { ReactNode } from 'react'
import { CertificateExpiry } from './certificate-expiry'
import type { PlantDetail } from '@/api/plant-schemas'
import { authMethodLabel, plantTypeLabel } from '@/domain/plant-words'
import { readInstant } from '@/lib/instants'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Data } from '@/ui/data'
import { CopyButton } from '@/ui/copy-button'
import { RelativeTime } from '@/ui/relative-time'

interface PlantFactsProps {
  plant: PlantDetail
  nowMs: number
}

export function PlantFacts({ plant, nowMs }: PlantFactsProps) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <div className="flex flex-col gap-4">
        <Facts title="Identity">
          <Fact label="ID">
            <Copyable label="ID">{plant.id}</Copyable>
          </Fact>
          <Fact label="Serial number">
            <Copyable label="serial number">{plant.serialNumber}</Copyable>
          </Fact>
          <Fact label="Type">
            <Data>{plantTypeLabel(plant.type)}</Data>
          </Fact>
          <Fact label="Template">
            <Data>{plant.template?.name}</Data>
          </Fact>
          <Fact label="Groups">
            <Data>{plant.plantGroups?.map(({ name }) => name).join(', ')}</Data>
          </Fact>
          <Fact label="External plant ID">
            <Data>{plant.externalPlantId}</Data>
          </Fact>
          <Fact label="Description">
            <Data>{plant.description}</Data>
          </Fact>
        </Facts>
        <Facts title="Life">
          <Fact label="Created">
            <AbsoluteTime value={plant.createdAt} absent="–" />
          </Fact>
          <Fact label="Activated">
            <AbsoluteTime value={plant.activatedAt} />
          </Fact>
          <Fact label="Last seen">
            <AbsoluteTime value={plant.lastSeenAt} />
          </Fact>
          <Fact label="Changed">
            <AbsoluteTime value={plant.updatedAt} absent="–" />
          </Fact>
        </Facts>
      </div>
      <Facts title="Authentication">
        <Fact label="Method">
          <Data>{authMethodLabel(plant.authMethod)}</Data>
        </Fact>
        <Fact label="Certificate expires">
          <CertificateExpiry plant={plant} nowMs={nowMs} />
          {typeof readInstant(plant.certificateExpiresAt) === 'number' ? (
            <div className="text-muted">
              <AbsoluteTime value={plant.certificateExpiresAt} />
            </div>
          ) : null}
        </Fact>
        <Fact label="Certificate serial number">
          <Copyable label="certificate serial number">{plant.certificateSerialNumber}</Copyable>
        </Fact>
        <Fact label="Fingerprint">
          <Copyable label="fingerprint">{plant.certificateFingerprint}</Copyable>
        </Fact>
        <Fact label="Failures">
          <span className="tabular-nums">
            {plant.authFailureCount?.toLocaleString('en-GB') ?? '–'}
          </span>
          {plant.lastAuthFailureAt ? (
            <span className="text-muted">
              {' '}
              last <RelativeTime value={plant.lastAuthFailureAt} />
            </span>
          ) : null}
        </Fact>
        <Fact label="Secret rotated">
          <AbsoluteTime value={plant.secretRotatedAt} />
        </Fact>
      </Facts>
    </div>
  )
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-md border border-line bg-surface">
      <h2 className="border-b border-line px-4 py-2 font-semibold">{title}</h2>
      <dl className="px-4 py-2">{children}</dl>
    </section>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center gap-4 py-1">
      <dt className="w-36 shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 flex-1 wrap-anywhere">{children}</dd>
    </div>
  )
}

function Copyable({ label, children }: { label: string; children: string | null | undefined }) {
  if (!children) return <Data>{children}</Data>
  return (
    <span className="flex items-center gap-1">
      <Data className="min-w-0 font-mono text-sm">{children}</Data>
      <CopyButton text={children} label={`Copy ${label}`} />
    </span>
  )
}
