"""Which day it is where the business is: China has one zone without summer time, so a fixed offset is exact."""

from datetime import date, datetime, timedelta, timezone

BUSINESS_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")


def business_day(moment: datetime) -> date:
    return moment.astimezone(BUSINESS_ZONE).date()
