/*
 * Chinese month and weekday names in Tasklist's two date pickers; neither reads locales/*.json.
 * No plugin: runs once, before Tasklist starts. Listed under customScripts in ../config.js.
 */

const MONTHS = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'];
const DAYS = ['日', '一', '二', '三', '四', '五', '六'];

// The same choice as in ../config.js: whoever does not read English gets Chinese
if (!/^en\b/i.test(navigator.languages[0])) {
  // Due and follow-up date of a task: AngularJS
  window.angular.module('ngLocale').run([
    '$locale',
    $locale => {
      Object.assign($locale.DATETIME_FORMATS, {
        MONTH: MONTHS,
        SHORTMONTH: MONTHS,
        STANDALONEMONTH: MONTHS,
        DAY: DAYS.map(day => `星期${day}`),
        SHORTDAY: DAYS
      });
    }
  ]);

  // Date fields of Camunda Forms: flatpickr
  window.flatpickr.localize({
    months: { shorthand: MONTHS, longhand: MONTHS },
    weekdays: { shorthand: DAYS, longhand: DAYS.map(day => `星期${day}`) }
  });
}
