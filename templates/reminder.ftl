<#ftl output_format="plainText">
<#-- The words that the collecting office sends to a unit: overview --reminders. -->
<#assign report>${year!}年${form!"年度报告"}</#assign>
${unit.name}：

<#if unit.state == "missing">
截至${date}，尚未收到你单位的${report}。请尽快填报并送${whole!"我们"}。
<#elseif unit.state == "to-correct">
你单位报送的文件已收到，但还不能计入，请改好后重新报送：
<#list unit.toCorrect as file>

${file.delivery.file}
<#switch file.reason>
<#case "other-year">
  这是${file.delivery.title.year}年度的报告（${file.delivery.title.yearPlace}），现在收的是${year}年度的。
<#break>
<#case "name">
  机关写作“${file.delivery.title.agency}”（${file.delivery.title.agencyPlace}），名单中是“${unit.name}”。
<#break>
<#case "other-scope">
  现在收的是<#if unit.aggregate>汇总所属单位的报告<#else>本机关的报告</#if>，这一份不是。
<#break>
<#default>
  文件读不出来：
<@findings of=file.delivery.findings/>
</#switch>
</#list>
<#elseif unit.state == "twice">
你单位报送了${unit.delivered?size}份${report}，请告知以哪一份为准：
<#list unit.delivered as delivery>
  ${delivery.file}
</#list>
<#else>
你单位报送的${report}已收到。请核对以下各处，改好后重新报送：
<#list unit.delivered as delivery>

${delivery.file}
<@findings of=delivery.findings/>
</#list>
</#if>

${whole!}
${date}
<#macro findings of>
<#list of.listed as one>
  ${one?counter}. <#if one.place?has_content>${one.place}：</#if>${one.fact}
<#if one.help?has_content>
     办法：${one.help}
</#if>
</#list>
<#if of.more gt 0>
  另有 ${of.more} 处，改好以上各处后再核对一次。
</#if>
</#macro>
