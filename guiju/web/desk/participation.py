"""Recording that somebody took part in a matter: a relation that figures count, never a counter."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.procedure.api import Input, StaleMatter, apply, plan_join
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.steps import sections
from guiju.web.inputs import InputForm
from guiju.web.present import matter as present

ASKED = (
    Input("participant", "谁参与", "staff", required=True, help="写姓名；本镇的工作人员、调解员和顾问按姓名认出"),
    Input("capacity", "以什么身份", "choice", required=True, choices=present.CAPACITIES),
    Input("joined_on", "哪天参与", "date", required=True, past_only=True),
)


@business
def join(request: DeskRequest, matter: int) -> HttpResponse:
    """The form; the same person in the same capacity joins a matter once, the earliest day counts."""
    snapshot = loaded(request, matter)
    initial = {"joined_on": request.moment.today, "capacity": "legal_adviser"}
    form = InputForm(ASKED, request.moment, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = form.values()
        capacity, name, on = values["capacity"], values["participant"], values["joined_on"]
        planned = plan_join(snapshot, request.moment, capacity=capacity, name=name, on=on)
        try:
            if planned is not None:
                index = apply([planned[0]], request.moment.now)[0].index
                return HttpResponseRedirect(f"{reverse('matter', args=[matter])}?done={index}")
            form.add_error("participant", "这位已经以这个身份记在这件事项上了，不必再记。")
        except StaleMatter as error:
            form.add_error(None, str(error))
    context = {
        "matter": present.head(snapshot, request.moment),
        "form": form,
        "sections": sections(form, claimed=False),
    }
    return render(request, "matters/join.html", context)
