"""The leave request of the newcomer's test, in both languages: the builder's guide tells it in the same words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """What the newcomer calls things."""

    language: str
    company: str
    department: str
    people: tuple[str, str, str]
    form: str
    kind: str
    kinds: tuple[str, str, str]
    first_day: str
    last_day: str
    days: str
    reason: str
    because: str
    manager_step: str
    question: str
    long: str
    head_step: str

    def kept(self, name: str) -> str:
        return f"guide-{name}-{self.language}"


STORIES = (
    Story(
        language="zh-CN",
        company="新月贸易",
        department="销售部",
        people=("沈国华", "王建军", "陈晓琳"),
        form="请假单",
        kind="请假类型",
        kinds=("年假", "病假", "事假"),
        first_day="开始日期",
        last_day="结束日期",
        days="天数",
        reason="事由",
        because="身体不适",
        manager_step="上级审批",
        question="请几天",
        long="超过三天",
        head_step="部门负责人审批",
    ),
    Story(
        language="en",
        company="Crescent Trading",
        department="Sales",
        people=("Grant Shen", "James Wang", "Lynn Chen"),
        form="Leave request",
        kind="Kind of leave",
        kinds=("Annual", "Sick", "Personal"),
        first_day="First day",
        last_day="Last day",
        days="Days",
        reason="Reason",
        because="Not well",
        manager_step="Manager approves",
        question="How many days",
        long="More than three days",
        head_step="Head of department approves",
    ),
)
