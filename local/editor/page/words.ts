import { createContext, useContext } from 'react';
import { type Role } from '../../../src/auth/actor';

export type Language = 'zh' | 'en';

const ZH = {
  title: '查询编辑器',
  actAs: '当前身份',
  language: '界面语言',
  operations: '业务操作',
  hint: '点击即在新标签页中打开',
  kinds: { query: '查询', mutation: '变更', subscription: '推送' },
  clients: {
    'worker-app': '网格员 App',
    portal: '智慧社区门户',
    machine: '感知设备',
    'governance-centre': '治理中心',
    'department-desk': '部门工作台',
    'service-counter': '服务窗口',
  } as Readonly<Record<string, string>>,
  roles: {
    RESIDENT: '居民',
    SECONDARY_WORKER: '二级网格员',
    GRID_WORKER: '网格员',
    COMMUNITY_STAFF: '社区干部',
    STREET_STAFF: '街道工作人员',
    DISTRICT_STAFF: '区级工作人员',
    DEPARTMENT_STAFF: '部门工作人员',
    ADMINISTRATOR: '系统管理员',
    SENSOR: '感知设备',
  } satisfies Record<Role, string>,
  files: {
    title: '取证材料',
    hint: '选择文件后,其登记信息会写入当前标签页的变量;应答带回上传凭证时自动上传。',
    role: '环节',
    choose: '选择文件',
    nowhere: '当前标签页的变量中没有 input。请先打开 report、add-evidence 或 report-back。',
    progress: { CHOSEN: '已登记', UPLOADING: '上传中', UPLOADED: '已上传', REFUSED: '被拒绝' },
  },
  noSchema: '无法读取接口的 Schema。接口是否已启动?',
  tryAgain: '重试',
  noToken: '无法取得身份令牌。签发服务是否仍在运行?',
  noStart: '编辑器无法启动。请查看 npm start 的输出,然后刷新本页。',
};

const EN: typeof ZH = {
  title: 'Query editor',
  actAs: 'Acting as',
  language: 'Language',
  operations: 'Operations',
  hint: 'A click opens one in a new tab',
  kinds: { query: 'query', mutation: 'mutation', subscription: 'live' },
  clients: {
    'worker-app': 'Worker app',
    portal: 'Smart-community portal',
    machine: 'Machines',
    'governance-centre': 'Governance centre',
    'department-desk': 'Department desk',
    'service-counter': 'Service counter',
  },
  roles: {
    RESIDENT: 'Residents',
    SECONDARY_WORKER: 'Secondary workers',
    GRID_WORKER: 'Grid workers',
    COMMUNITY_STAFF: 'Community staff',
    STREET_STAFF: 'Street staff',
    DISTRICT_STAFF: 'District staff',
    DEPARTMENT_STAFF: 'Department staff',
    ADMINISTRATOR: 'Administrator',
    SENSOR: 'Machines',
  },
  files: {
    title: 'Files',
    hint: 'Choose a file: it is announced in the variables of the open tab, and uploaded when the answer brings its ticket.',
    role: 'Role',
    choose: 'Choose a file',
    nowhere: 'The variables of the open tab have no input. Open report, add-evidence or report-back first.',
    progress: { CHOSEN: 'announced', UPLOADING: 'uploading', UPLOADED: 'uploaded', REFUSED: 'refused' },
  },
  noSchema: 'The schema could not be read. Is the API running?',
  tryAgain: 'Try again',
  noToken: 'No token could be had. Is the issuer still running?',
  noStart: 'The editor could not start. See what npm start says, then reload this page.',
};

/** The page's own words, in both languages. */
export const WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };

/** The language the page speaks. */
export const LanguageContext = createContext<Language>('zh');

/** The page's words in the language that was chosen. */
export const useWords = (): typeof ZH => WORDS[useContext(LanguageContext)];
