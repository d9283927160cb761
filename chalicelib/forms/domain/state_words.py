"""What people call the states of a record, where the server tells of them: in files and in figures."""

from .labels import Label
from .records import ACTIVE, APPROVED, DRAFT, IN_APPROVAL, REJECTED, WITHDRAWN

STATE_WORDS: dict[str, Label] = {
    DRAFT: {"zh-CN": "草稿", "en": "Draft"},
    ACTIVE: {"zh-CN": "已保存", "en": "Saved"},
    IN_APPROVAL: {"zh-CN": "审批中", "en": "In approval"},
    APPROVED: {"zh-CN": "已通过", "en": "Approved"},
    REJECTED: {"zh-CN": "未通过", "en": "Rejected"},
    WITHDRAWN: {"zh-CN": "已撤回", "en": "Withdrawn"},
}
