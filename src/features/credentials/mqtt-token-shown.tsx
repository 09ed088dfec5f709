import type { ContentProps } from './show-once-props'
import { TokenLife } from './token-life'
import type { MqttToken } from '@/api/provisioning'
import { credentialFiles } from '@/domain/credentials/provisioning-package'
import { isUnreadable } from '@/lib/unreadable'
import { SecretField } from '@/ui/secret-field'
import { TitledSection } from '@/ui/titled-section'

export function MqttTokenShown(props: ContentProps & { issued: MqttToken }) {
  const { issued, before, taken, onTaken } = props
  return (
    <div className="flex flex-col gap-5">
      <dl className="border-y border-line">
        <SecretField
          label="MQTT token"
          value={issued.token}
          fileName={credentialFiles.token}
          isTaken={taken.has('MQTT token')}
          onTaken={onTaken}
        />
      </dl>
      <TitledSection title="Token details">
        <TokenLife
          token={issued.token}
          plantId={before.id}
          expiresAt={issued.expiresAt}
          isExpiryUnreadable={isUnreadable(issued, 'expiresAt')}
        />
      </TitledSection>
      <p className="text-muted">
        The plant uses the token as its password for the broker. It needs a new one before this one
        expires.
      </p>
    </div>
  )
}
