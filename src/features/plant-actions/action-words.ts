import type { ConfirmedAction } from '@/domain/actions/consequences'

interface ActionWords {
  /** Stand around the plant's name in the question. */
  question: readonly [before: string, after: string]
  /** Name of the button that carries it out. */
  confirm: string
  /** The deed as a noun, before the plant's name. */
  deed: string
  done: string
  /** What is said when the answer's secret came after the page had been left. */
  dropped?: string
}

export const actionWords: Record<ConfirmedAction, ActionWords> = {
  suspend: {
    question: ['Suspend ', '?'],
    confirm: 'Suspend plant',
    deed: 'Suspending',
    done: 'Suspended',
  },
  reactivate: {
    question: ['Reactivate ', '?'],
    confirm: 'Reactivate plant',
    deed: 'Reactivating',
    done: 'Reactivated',
  },
  revoke: {
    question: ['Revoke ', '?'],
    confirm: 'Revoke plant',
    deed: 'Revoking',
    done: 'Revoked',
  },
  delete: {
    question: ['Delete ', '?'],
    confirm: 'Delete plant',
    deed: 'Deleting',
    done: 'Deleted',
  },
  provision: {
    question: ['Provision ', '?'],
    confirm: 'Provision plant',
    deed: 'Provisioning',
    done: 'Provisioned',
    dropped:
      'You had left the plant, so the package was not shown. Try Download package, or provision again.',
  },
  download: {
    question: ['Download the package of ', '?'],
    confirm: 'Download package',
    deed: 'Downloading the package of',
    done: 'Package not shown:',
    dropped: 'You had left the plant before it came. Download it again.',
  },
  'rotate-secret': {
    question: ['Rotate the secret of ', '?'],
    confirm: 'Rotate secret',
    deed: 'Rotating the secret of',
    done: 'Rotated the secret of',
    dropped:
      'You had left the plant, so the new secret was not shown and is lost. The former one holds for 60 minutes: rotate again after that, or provision anew.',
  },
  'mqtt-token': {
    question: ['Issue an MQTT token for ', '?'],
    confirm: 'Issue token',
    deed: 'Issuing an MQTT token for',
    done: 'Issued an MQTT token for',
    dropped: 'You had left the plant, so the token was not shown and is lost. Issue another.',
  },
}
