import { UserSwitchOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { accountEndpoints } from '../../http/contract/account.ts'
import { useCommand } from '../parts/queries.ts'
import { useSession } from '../parts/session.tsx'
import { useRolesInWords } from '../parts/use-roles-in-words.ts'
import { useText } from '../text/dictionary.ts'
import { roleText } from '../text/roles.ts'
import { shellText } from '../text/shell.ts'

/** In the sample town: who one is looking around as, and everyone one may be instead. */
export function PersonaSwitcher() {
  const text = useText(shellText)
  const roleNames = useText(roleText)
  const { userName, personas } = useSession()
  const rolesInWords = useRolesInWords()
  const choose = useCommand(accountEndpoints.choosePersona)
  if (personas.length === 0) return null
  return (
    <>
      <span>{text.personaNow(userName, rolesInWords)}</span>
      <Dropdown
        trigger={['click']}
        menu={{
          items: personas.map(({ accountId, userName: name, roles }) => ({
            key: accountId,
            label: `${name}（${roles.map((role) => roleNames[role]).join('、') || text.noRole}）`,
          })),
          selectedKeys: personas
            .filter((persona) => persona.userName === userName)
            .map(({ accountId }) => accountId),
          onClick: ({ key }) => choose.mutate({ body: { accountId: key } }),
        }}
      >
        <Tooltip title={text.personaWhy}>
          <Button size="small" icon={<UserSwitchOutlined />} loading={choose.isPending}>
            {text.persona}
          </Button>
        </Tooltip>
      </Dropdown>
    </>
  )
}
