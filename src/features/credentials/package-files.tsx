import { FileKey, FileText } from 'lucide-react'
import type { ProvisioningPackage } from '@/api/provisioning'
import { packageFiles } from '@/domain/credentials/provisioning-package'
import { Button } from '@/ui/button'
import { CopyButton } from '@/ui/copy-button'
import { saveFile } from '@/ui/save-file'
import { SavedIcon } from '@/ui/saved-icon'
import { UntrustedText } from '@/ui/untrusted-text'

interface PackageFilesProps {
  given: ProvisioningPackage
  /** Names of the files that were saved or copied; “all” for the whole package. */
  taken: ReadonlySet<string>
  onTaken: (name: string) => void
}

export function PackageFiles({ given, taken, onTaken }: PackageFilesProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {packageFiles(given).map(({ name, content, type, purpose, isDownloadOnly }) => {
        const Icon = isDownloadOnly ? FileKey : FileText
        return (
          <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <Icon aria-hidden className="size-4 shrink-0 text-faint" />
            <span className="min-w-28 font-mono text-sm wrap-anywhere">
              <UntrustedText>{name}</UntrustedText>
            </span>
            <span className="min-w-0 flex-1 basis-52 text-muted">
              <UntrustedText>{purpose}</UntrustedText>
              {isDownloadOnly ? '; saved only, never shown' : null}
            </span>
            <span className="flex gap-1 max-md:ml-auto">
              {isDownloadOnly ? null : (
                <CopyButton
                  text={content}
                  label={`Copy ${name}`}
                  variant="secondary"
                  size="md"
                  onCopied={() => onTaken(name)}
                />
              )}
              <Button
                icon={<SavedIcon isTaken={taken.has('all') || taken.has(name)} />}
                aria-label={`Save ${name}`}
                onClick={() => {
                  saveFile({ name, content, type })
                  onTaken(name)
                }}
              >
                Save
              </Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
