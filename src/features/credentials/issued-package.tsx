import { Download } from 'lucide-react'
import { BrokerCommands } from './broker-commands'
import { CertificateReport } from './certificate-report'
import { FirstContact } from './first-contact'
import { issuedFile } from './issued-file'
import { OtherCertificate, otherCertificateIn } from './other-certificate'
import { PackageFiles } from './package-files'
import { RenewalComparison } from './renewal-comparison'
import { RenewalFile } from './renewal-proof'
import type { ContentProps } from './show-once-props'
import { TokenLife } from './token-life'
import { useInspection } from './use-inspection'
import { useRereadPlant } from './use-reread-plant'
import type { Issued } from '@/api/provisioning'
import { credentialOf } from '@/domain/credentials/auth-methods'
import {
  missingFromPackage,
  packageSecrets,
  packageUsername,
} from '@/domain/credentials/provisioning-package'
import { plantNotLoaded } from '@/domain/plant/plant-words'
import { Button } from '@/ui/button'
import { Copyable } from '@/ui/facts'
import { Finding } from '@/ui/finding'
import { saveFile } from '@/ui/save-file'
import { SecretField } from '@/ui/secret-field'
import { TitledSection } from '@/ui/titled-section'

interface IssuedPackageProps extends ContentProps {
  issued: Extract<Issued, { action: 'provision' | 'download' }>
}

export function IssuedPackage(props: IssuedPackageProps) {
  const { issued, before, taken, onTaken, onAllTaken } = props
  const { provisioningPackage: given, action } = issued
  const { after, isFailing } = useRereadPlant(before.id)
  const { inspection, missing: missingCode } = useInspection(given)
  const secrets = packageSecrets(given)
  const missing = missingFromPackage(given)
  const other = otherCertificateIn(after, { inspection, before, action })
  const username = packageUsername(given)
  const { token, tokenExpiresAt } = given.security
  return (
    <div className="flex flex-col gap-5">
      {missing.length > 0 ? (
        <Finding tone="warn">
          The package is missing {missing.join(' and ')}, so the plant can’t connect with it.{' '}
          {credentialOf(given.authMethod) === 'token'
            ? 'Close this and issue an MQTT token.'
            : 'Provision again.'}
        </Finding>
      ) : null}
      <div role="status" className="empty:hidden">
        {other ? <OtherCertificate plant={other} /> : null}
      </div>
      <TitledSection
        title="Files"
        actions={
          <Button
            variant="primary"
            icon={<Download aria-hidden className="size-4" />}
            onClick={() => {
              saveFile(issuedFile(issued, before))
              onAllTaken()
            }}
          >
            Download JSON
          </Button>
        }
      >
        <PackageFiles given={given} taken={taken} onTaken={onTaken} />
      </TitledSection>
      <TitledSection title="Secrets">
        <dl className="divide-y divide-line border-y border-line">
          {username ? (
            <div className="flex flex-wrap items-center gap-x-4 py-2">
              <dt className="w-36 shrink-0 text-muted">Username</dt>
              <dd className="min-w-0 flex-1 basis-60 wrap-anywhere">
                <Copyable label="username">{username}</Copyable>
              </dd>
            </div>
          ) : null}
          {secrets.map((secret) => (
            <SecretField
              key={secret.label}
              {...secret}
              isTaken={taken.has(secret.label)}
              onTaken={onTaken}
            />
          ))}
        </dl>
      </TitledSection>
      {typeof token === 'string' && token !== '' ? (
        <TitledSection title="Token">
          <TokenLife
            token={token}
            plantId={before.id}
            expiresAt={typeof tokenExpiresAt === 'string' ? tokenExpiresAt : undefined}
          />
        </TitledSection>
      ) : null}
      {given.security.clientCert ? (
        <CertificateReport
          inspection={inspection}
          missing={missingCode}
          plantId={before.id}
          plant={after}
          isPlantFailing={isFailing}
        />
      ) : null}
      {action === 'provision' ? (
        <RenewalComparison
          before={before}
          after={after}
          pending={isFailing ? `${plantNotLoaded}.` : 'Loading the plant…'}
          inspection={inspection}
          actions={<RenewalFile plantId={before.id} />}
        />
      ) : null}
      <BrokerCommands given={given} />
      <FirstContact plantId={before.id} />
    </div>
  )
}
