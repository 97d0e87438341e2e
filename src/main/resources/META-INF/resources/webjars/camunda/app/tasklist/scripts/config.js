/*
 * Replaces the configuration packaged with Camunda Tasklist 7.24.
 */

export default {
  // Brand in the navigation bar and in the window title: vendor, a space, name. The login page shows the name only.
  app: {
    name: '任务',
    vendor: '首问 ·'
  },

  // Formats of moment.js; the patterns behind these letters are in locales/<language>.json, longDateFormat
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'lll',
    normal: 'LLL',
    long: 'LLLL',
    short: 'LL'
  },

  // Tasklist looks up only the first part of the browser's first language ('zh' of 'zh-CN') in this list.
  // 'zh' is not in it, so every language other than English gets the fallback, which is Chinese.
  // An entry 'zh' would make Tasklist ask for locales/zh.json.
  locales: {
    availableLocales: ['zh-CN', 'en'],
    fallbackLocale: 'zh-CN'
  },

  // Paths relative to app/tasklist/
  customScripts: [
    'scripts/shouwen/locale.js',
    'scripts/shouwen/desk-link.js',
    'scripts/shouwen/calendar.js',
    'scripts/shouwen/form-texts.js',
    'scripts/shouwen/drafts.js'
  ],

  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '领取当前选中的任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '跳到筛选列表的第一项'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '跳到任务列表的第一项'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '跳到任务表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开“发起流程”窗口'
    }
  }
};
