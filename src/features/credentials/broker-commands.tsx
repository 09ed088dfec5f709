import { IssuedSection } from './issued-section'
import type { ProvisioningPackage } from '@/api/provisioning'
import { brokerCommands, missingForCommands } from '@/domain/credentials/broker-commands'
import { CopyButton } from '@/ui/copy-button'
import { UntrustedText } from '@/ui/untrusted-text'

export function BrokerCommands({ given }: { given: ProvisioningPackage }) {
  const missing = missingForCommands(given)
  const commands = brokerCommands(given)
  return (
    <IssuedSection title="Try it with mosquitto">
      <p className="text-muted">
        Run these in the folder with the saved files. A running command connects as the plant, so
        the plant itself is disconnected.
        {missing.length > 0
          ? ` The package doesn’t state ${missing.join(' and ')}. Replace the words in capitals.`
          : null}
        {commands.some(({ line }) => line.includes(' -P '))
          ? ' Its password is visible in the process list to everyone on that computer.'
          : null}
      </p>
      <dl>
        {commands.map(({ label, line }) => (
          <div key={label} className="mt-2">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="flex items-start gap-1 rounded-sm border border-line bg-canvas py-1 pr-1 pl-2">
              <pre
                translate="no"
                className="min-w-0 flex-1 py-0.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap"
              >
                <UntrustedText longest={2_000}>{line}</UntrustedText>
              </pre>
              <CopyButton text={line} label={`Copy line: ${label}`} />
            </dd>
          </div>
        ))}
      </dl>
    </IssuedSection>
  )
}
