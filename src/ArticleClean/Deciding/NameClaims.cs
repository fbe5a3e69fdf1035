using ArticleClean.Detecting;

namespace ArticleClean.Deciding;

/// <summary>What speaks for each name of a segment, should it go.</summary>
internal struct NameClaims
{
    /// <summary>From so much a finding that judged the segment says what it is; below it is a shape that several categories share.</summary>
    private const int OwnWeight = 2500;

    /// <summary>Rules and shapes that convict.</summary>
    public CategoryVotes Own;

    /// <summary>What its words are about: rules that convict nothing alone.</summary>
    public CategoryVotes Hints;

    /// <summary>Shapes that several categories share.</summary>
    public CategoryVotes Shape;

    /// <summary>A phrase that convicts is nearly all it says.</summary>
    public bool IsTold;

    /// <summary>What the heading above it says; <see cref="Category.Keep"/> for none.</summary>
    public Category Head;

    public void Add(Finding finding, int weight)
    {
        if (weight >= OwnWeight)
            Own.Add(finding.Category, weight);
        else if (finding.Reach == FindingReach.Whole)
            Shape.Add(finding.Category, weight);
        else
            Hints.Add(finding.Category, weight);
    }
}

/// <summary>The category with the most weight behind it.</summary>
internal struct CategoryVotes
{
    private Category _first;
    private Category _second;
    private int _firstWeight;
    private int _secondWeight;

    /// <summary>The winner; <see cref="Category.Keep"/> when nobody voted.</summary>
    public readonly Category Best => _first;

    public readonly int Weight => _firstWeight;

    /// <summary>The runner-up; <see cref="Category.Keep"/> when there is none.</summary>
    public readonly Category Second => _second;

    public void Add(Category category, int weight)
    {
        if (weight <= 0)
            return;
        if (category == _first)
            _firstWeight += weight / 2;
        else if (category == _second)
            _secondWeight += weight / 2;
        else if (weight > _firstWeight)
            (_second, _secondWeight, _first, _firstWeight) = (_first, _firstWeight, category, weight);
        else if (weight > _secondWeight)
            (_second, _secondWeight) = (category, weight);
        if (_secondWeight > _firstWeight)
            (_first, _firstWeight, _second, _secondWeight) = (_second, _secondWeight, _first, _firstWeight);
    }
}
