"""A fictional piece of news, which nobody in particular issued, for the tests of answers from such texts."""

from typing import Final

NEWS: Final = """灯会开幕
新水社3月4日电 灯会4日开幕，云溪灯会公司被罚40余万元的消息引人关注。
处罚决定书显示，云溪灯会公司多收灯位租金，被罚款403393.31元。
灯会轨道交通2号线设站37座，环绕老城。
公司在第2次检查后完成整改并提交材料，仅7个工作日就恢复营业。
"""
