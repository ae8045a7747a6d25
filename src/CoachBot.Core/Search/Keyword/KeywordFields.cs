using System.Collections.Frozen;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Search.Keyword;

/// <summary>The filter words of the search language and the values that closed fields allow, in both languages.</summary>
public static class KeywordFields
{
    /// <summary>The kind of a hit that is no case.</summary>
    public const string PassageKind = "passage";

    private static readonly Dictionary<KeywordField, string[]> NamesOfField = new()
    {
        [KeywordField.Role] = ["role", "roles", "角色", "岗位"],
        [KeywordField.Tag] = ["tag", "tags", "标签", "关键词"],
        [KeywordField.Kind] = ["kind", "type", "类型", "种类", "类别"],
        [KeywordField.Lang] = ["lang", "language", "语言"],
        [KeywordField.Domain] = ["domain", "领域", "行业"],
        [KeywordField.Risk] = ["risk", "风险"],
        [KeywordField.Status] = ["status", "状态"],
        [KeywordField.Source] = ["source", "sources", "document", "来源", "出处", "文档"],
        [KeywordField.Covers] = ["covers", "cover", "unit", "知识点"],
        [KeywordField.Id] = ["id", "编号"],
        [KeywordField.Verified] = ["verified", "核实", "已核实"],
    };

    // Code of the value, then the other ways to write it. The first is the one that hints offer.
    private static readonly Dictionary<KeywordField, string[][]> ValuesOfField = new()
    {
        [KeywordField.Role] =
        [
            ["lobby-manager", "大堂经理"], ["teller", "柜员"], ["personal-banker", "对私客户经理"], ["corporate-banker", "对公客户经理"],
            ["call-agent", "客服", "客服座席"], ["branch-manager", "网点负责人"], ["loan-officer", "信贷员", "个贷信贷员"],
            ["complaints-officer", "投诉处理专员"], ["any", "所有人"],
        ],
        [KeywordField.Kind] =
        [
            ["case", "案例"], ["procedure", "流程", "方法"], ["customer-type", "客户类型"], ["risk-signal", "风险信号"],
            ["phrase-pair", "话术"], ["rule", "规定", "制度"], ["concept", "概念"], ["exercise", "练习"], [PassageKind, "段落"],
        ],
        [KeywordField.Lang] =
        [
            ["zh", "chinese", "中文", "简体", "zh-cn", "zh-hans"], ["zh-Hant", "繁体", "zh-tw", "zh-hk"], ["en", "english", "英文", "英语"],
        ],
        [KeywordField.Domain] =
        [
            ["generic", "通用"], ["bank", "银行"], ["insurance", "保险"], ["retail", "零售"], ["auto-service", "汽车服务"],
            ["e-commerce", "电商"], ["telecom", "电信"], ["restaurant", "餐饮"], ["hotel", "酒店"],
        ],
        [KeywordField.Risk] = [["low", "低"], ["high", "高"]],
        [KeywordField.Status] = [["published", "已发布", "发布"], ["draft", "drafts", "草稿"]],
        [KeywordField.Verified] = [["yes", "true", "是"], ["no", "false", "否"]],
    };

    private static readonly FrozenDictionary<string, KeywordField> FieldByName = NamesOfField
        .SelectMany(field => field.Value.Select(name => (name, field.Key)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Key);

    private static readonly FrozenDictionary<KeywordField, FrozenDictionary<string, string>> CodeByValue = ValuesOfField
        .ToFrozenDictionary(field => field.Key, field => field.Value
            .SelectMany(ways => ways.Select(way => (way: TextFolding.Fold(way), code: ways[0])))
            .ToFrozenDictionary(pair => pair.way, pair => pair.code));

    /// <summary>The English names of all fields, in the order they are offered.</summary>
    public static IReadOnlyList<string> Names { get; } = Enum.GetValues<KeywordField>().Select(Name).ToList();

    /// <summary>The word before the colon, e.g. <c>role</c>.</summary>
    public static string Name(this KeywordField field) => NamesOfField[field][0];

    /// <summary>The values a closed field allows; empty for a field whose values come from the knowledge.</summary>
    public static IReadOnlyList<string> Allowed(this KeywordField field) =>
        ValuesOfField.TryGetValue(field, out var values) ? values.Select(ways => ways[0]).ToList() : [];

    /// <summary>The field of that name in either language, or null.</summary>
    /// <param name="folded">A folded name.</param>
    internal static KeywordField? Find(string folded) => FieldByName.TryGetValue(folded, out var field) ? field : null;

    /// <summary>The field whose name somebody most likely mistyped, or null.</summary>
    internal static KeywordField? Near(string folded) =>
        EditDistance.Nearest(folded, FieldByName.Keys) is { } name ? FieldByName[name] : null;

    /// <summary>The code of a value of a closed field, however it is written; null when there is no such value.</summary>
    internal static string? Code(this KeywordField field, string folded) => CodeByValue[field].GetValueOrDefault(folded);

    /// <summary>The code of the value that somebody most likely mistyped, or null.</summary>
    internal static string? NearCode(this KeywordField field, string folded) =>
        EditDistance.Nearest(folded, CodeByValue[field].Keys) is { } value ? CodeByValue[field][value] : null;

    /// <summary>Whether the vocabulary of the case format closes the field's values.</summary>
    internal static bool IsClosed(this KeywordField field) => ValuesOfField.ContainsKey(field);

    /// <summary>The codes that the case format itself knows, for the test that keeps both lists the same.</summary>
    internal static IEnumerable<string> FormatCodes(KeywordField field) => field switch
    {
        KeywordField.Role => Vocabulary.Roles,
        KeywordField.Kind => Vocabulary.Kinds.Keys.Append(PassageKind),
        KeywordField.Domain => Vocabulary.Domains,
        _ => field.Allowed(),
    };
}
