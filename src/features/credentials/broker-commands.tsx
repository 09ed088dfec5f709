import type { ProvisioningPackage } from '@/api/provisioning'
import { brokerCommands, missingForCommands } from '@/domain/credentials/broker-commands'
import { CommandLines } from '@/ui/command-lines'
import { TitledSection } from '@/ui/titled-section'

export function BrokerCommands({ given }: { given: ProvisioningPackage }) {
  const missing = missingForCommands(given)
  const commands = brokerCommands(given)
  return (
    <TitledSection title="Try it with mosquitto">
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
      <CommandLines commands={commands} />
    </TitledSection>
  )
}
