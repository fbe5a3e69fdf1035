using System.Reflection;
using ArticleClean.Detecting;

namespace ArticleClean.Tests.Detecting;

public sealed class EngineRulesTests
{
    [Fact]
    public void Every_rule_of_the_engines_is_listed() => Assert.Equal(
        typeof(ArticleCleaner).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(IsRuleOfEngine)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        EngineRules.Ids);

    private static bool IsRuleOfEngine(string value) => Array.Exists(
        ["artifact/", "model/", "reading/", "structure/"], prefix => value.Length > prefix.Length && value.StartsWith(prefix, StringComparison.Ordinal));
}
