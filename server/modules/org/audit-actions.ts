/** Display names of what this module writes to the audit log. */
export const auditActions: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
  {
    'org.set_up': { zh: '初始化系统', en: 'Set up the installation' },
    'org.log_in': { zh: '登录', en: 'Logged in' },
    'org.refuse_log_in': { zh: '登录失败', en: 'Failed to log in' },
    'org.log_out': { zh: '退出登录', en: 'Logged out' },
    'org.change_password': { zh: '修改密码', en: 'Changed the password' },
    'org.create_node': { zh: '新建组织节点', en: 'Added an organisation node' },
    'org.change_node': { zh: '修改组织节点', en: 'Changed an organisation node' },
    'org.create_user': { zh: '新建用户', en: 'Added a user' },
    'org.change_user': { zh: '修改用户', en: 'Changed a user' },
    'org.create_api_key': { zh: '新建 API 密钥', en: 'Made an API key' },
    'org.revoke_api_key': { zh: '吊销 API 密钥', en: 'Revoked an API key' },
  };
