// How the contract names what the money is for (贷款用途), in the words of the customer's country.

export const PURPOSE_NAMES: Readonly<Record<string, string>> = {
  WORKING_CAPITAL: '经营周转',
  EQUIPMENT: '购置设备',
  STOCK_PURCHASE: '采购货物',
  VEHICLE: '购置车辆',
  HOUSEHOLD_GOODS: '购置家居用品',
  HOME_REPAIR: '住房装修',
  EDUCATION: '教育培训',
  MEDICAL: '医疗',
  TRAVEL: '旅游',
  OTHER: '其他合法用途',
};
