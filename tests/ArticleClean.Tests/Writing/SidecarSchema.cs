using System.Text;
using ArticleClean.Writing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Schema;

namespace ArticleClean.Tests.Writing;

/// <summary>Validates many sidecars at once: the validator counts its runs, and stops after a thousand an hour.</summary>
internal static class SidecarSchema
{
    public static void Validate(IEnumerable<byte[]> sidecars) => Assert.Empty(Complaints(sidecars));

    public static IList<string> Complaints(IEnumerable<byte[]> sidecars)
    {
        JArray all = [];
        foreach (byte[] sidecar in sidecars)
        {
            using JsonTextReader reader = new(new StringReader(Encoding.UTF8.GetString(sidecar))) { DateParseHandling = DateParseHandling.None };
            all.Add(JToken.ReadFrom(reader));
        }

        all.IsValid(ArrayOf(JObject.Parse(Sidecar.Schema)), out IList<string> complaints);
        return complaints;
    }

    /// <summary>References count from the root, so the definitions move there.</summary>
    private static JSchema ArrayOf(JObject item) => JSchema.Parse(new JObject
    {
        ["$schema"] = item["$schema"],
        ["$defs"] = item["$defs"],
        ["type"] = "array",
        ["items"] = item,
    }.ToString());
}
